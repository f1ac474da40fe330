const MAX_LINES = 8;
const MAX_LINE_CHARACTERS = 80;
const SENT_FROM =
  /^(?:Sent from (?:my|Outlook|Mail|Yahoo)|Get Outlook for|Von meinem .{1,40} gesendet|Gesendet von|Envoyé de(?:puis)? mon|Enviado desde mi|Enviado do meu|Inviato da|Verzonden vanaf|Skickat från|Отправлено с)/i;
/** A sentence that ends: no line of a signature is one. */
const SENTENCE = /\p{L}{2,}.*\s.*\s.*\p{L}{2,}[.!?。！？]$/u;

/**
 * The line at which the signature of a message begins: the mark `-- ` above the last few short lines, none of them a
 * sentence, or the last line where a program signs. Undefined where there is none.
 */
export function signatureStart(lines: readonly string[]): number | undefined {
  const last = lines.findLastIndex((line) => line.trim() !== "");
  if (last < 0) return undefined;
  if (SENT_FROM.test(lines[last]?.trim() ?? "")) return last;
  const mark = lines.findLastIndex((line) => /^--\s*$/.test(line));
  if (mark < 0 || mark >= last || last - mark > MAX_LINES) return undefined;
  const signature = lines.slice(mark + 1, last + 1).map((line) => line.trim());
  const isShort = signature.every((line) => line.length <= MAX_LINE_CHARACTERS && !SENTENCE.test(line));
  return isShort ? mark : undefined;
}
