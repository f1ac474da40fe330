/** The lines that a converted mail begins with, and a line of an answer never is. */
const HEADER = /^From: [^\n]*@[^\n]*\n(?:(?:To|Cc|Date|Subject): [^\n]*(?:\n|$))*/;

/** Where the header lines end that a mail is converted with; 0 for another text. */
export function mailHeaderEnd(text: string): number {
  const lines = HEADER.exec(text)?.[0] ?? "";
  return lines.trimEnd().includes("\n") ? lines.length : 0;
}
