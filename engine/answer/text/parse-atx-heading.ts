const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(\S.*))?$/;
/** Marks that close a heading stand behind a space: "C#" keeps its own. */
const CLOSING_MARKS = /(?<![^ \t])#+$/;

/** The level of a line that is an ATX heading of Markdown ("## Fees ##"), and its words, which may be empty. */
export function parseAtxHeading(
  line: string,
): { readonly level: number; readonly words: string } | undefined {
  const [, marks, rest = ""] = HEADING.exec(line.trimEnd()) ?? [];
  if (marks === undefined) return undefined;
  return { level: marks.length, words: rest.replace(CLOSING_MARKS, "").trimEnd() };
}
