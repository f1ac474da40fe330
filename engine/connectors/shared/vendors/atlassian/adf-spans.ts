/** A cell of a table; a span that is no number, or below 2, is none. */
export interface SpannedCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

/** A wider or higher span is an error of its editor. */
const MAX_SPAN = 100;

/** Rows in which a merged cell stands in every row and column it covers, so that each row reads by itself. */
export function withSpans(rows: readonly (readonly SpannedCell[])[]): readonly (readonly string[])[] {
  /** Of each column: the text of a cell from an earlier row, and for how many rows it still holds. */
  const open: { text: string; left: number }[] = [];
  return rows.map((row) => {
    const written: string[] = [];
    const fillOpen = () => {
      for (let cell = open[written.length]; cell && cell.left > 0; cell = open[written.length]) {
        cell.left--;
        written.push(cell.text);
      }
    };
    for (const { text, columns, rows: height } of row) {
      fillOpen();
      for (let at = 0; at < span(columns); at++) {
        open[written.length] = { text, left: span(height) - 1 };
        written.push(text);
      }
    }
    fillOpen();
    return written;
  });
}

function span(value: number): number {
  return value >= 2 ? Math.min(MAX_SPAN, Math.trunc(value)) : 1;
}
