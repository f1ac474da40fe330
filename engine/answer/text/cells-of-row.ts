/** A cell of a table row as a statement has it. */
export interface RowCell {
  /** In lower case. */
  readonly column: string;
  readonly text: string;
}

const CELL = /^(?<column>[^:·]{1,60}):\s+(?<text>\S.*)$/su;
const CELL_SEPARATOR = " · ";

/** The cells of a row that is written "Column: value · Column: value"; empty for other text. */
export function cellsOfRow(text: string): readonly RowCell[] {
  const cells = text.split(CELL_SEPARATOR).map((cell) => CELL.exec(cell)?.groups);
  if (cells.length < 2 || cells.includes(undefined)) return [];
  return cells.map((cell) => ({ column: cell?.column?.toLowerCase().trim() ?? "", text: cell?.text ?? "" }));
}
