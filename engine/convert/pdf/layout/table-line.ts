import type { PdfFragment } from "../page/join-rows";

/** The fragments of one line of a table for each column. */
export interface TableLine {
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly cells: readonly (readonly PdfFragment[])[];
  /** Columns that a cell to their left reaches over. */
  readonly spanned: ReadonlySet<number>;
}
