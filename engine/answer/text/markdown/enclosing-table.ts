/** Characters looked back from a row to the header of its table. */
const MAX_LOOKBACK_CHARACTERS = 200_000;
/** The line between the header of a table and its rows, also inside a quotation or a list item. */
const DELIMITER_LINE = /^[\s>|:-]*-[\s>|:-]*$/;

/**
 * What opens the Markdown table around the row at `offset`: its header and the line of dashes, and the beginning of a row
 * that is cut at `offset`; "" where there is no row. A passage that begins inside a table needs it to name its columns.
 */
export function enclosingTable(text: string, offset: number): string {
  const row = lineStart(text, offset);
  if (!isTableLine(lineAt(text, row))) return "";
  let opening = "";
  let at = row;
  while (at > 0 && row - at < MAX_LOOKBACK_CHARACTERS) {
    const end = at;
    at = lineStart(text, at - 1);
    const line = text.slice(at, end);
    if (!isTableLine(line)) break;
    const header = at > 0 ? text.slice(lineStart(text, at - 1), at) : "";
    // The first delimiter counts: a row of dashes looks like one.
    if (DELIMITER_LINE.test(line) && isTableLine(header) && !DELIMITER_LINE.test(header))
      opening = header + line;
  }
  return opening === "" ? "" : opening + text.slice(row, offset);
}

function isTableLine(line: string): boolean {
  return line.includes("|");
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}
