/** Lines of a block before its row in which a table may begin: a caption may stand directly above it. */
const MAX_LINES_BEFORE_TABLE = 20;
/** The line between the header of a table and its rows, also inside a quotation or a list item. */
const DELIMITER_LINE = /^[\s>|:-]*-[\s>|:-]*$/;

/**
 * What opens the Markdown table around the row at `offset`: its header and the line of dashes, and the beginning of a row
 * that is cut at `offset`; "" where there is no row. A passage that begins inside a table needs it to name its columns.
 */
export function enclosingTable(text: string, offset: number): string {
  const row = lineStart(text, offset);
  if (!isTableLine(lineAt(text, row))) return "";
  // A blank line ends a table. Searched in one step, since tables can have many rows.
  const blockStart = text.lastIndexOf("\n\n", row - 1);
  let at = blockStart < 0 ? 0 : blockStart + 2;
  let header = "";
  for (let line = 0; line <= MAX_LINES_BEFORE_TABLE && at < row; line++) {
    const end = text.indexOf("\n", at) + 1;
    const current = text.slice(at, end);
    if (isTableLine(header) && DELIMITER_LINE.test(current))
      return header + current + text.slice(row, offset);
    header = current;
    at = end;
  }
  return "";
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
