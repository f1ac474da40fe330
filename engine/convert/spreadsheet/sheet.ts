/** A cell with a value, as a reader sees it. */
export interface SheetCell {
  /** From 0. */
  readonly column: number;
  /** Markdown on one line. */
  readonly text: string;
  /** `name` may name a column: words, and the years and dates that columns are named by. */
  readonly kind: "words" | "name" | "value";
  /** Cells that look alike have the same. */
  readonly style: string;
}

export interface SheetRow {
  /** From 0. */
  readonly index: number;
  /** In order of their columns; cells without a value are left out. */
  readonly cells: readonly SheetCell[];
}

/** A range of cells that is shown as one. All bounds are within the range. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** In order; empty rows are left out. */
export type SheetRows = readonly SheetRow[];

/** Cells beyond these are left out, and the note says so. A sheet is in memory as a whole, some 200 bytes a cell. */
export const MAX_SHEET_CELLS = 1_000_000;
export const MAX_CELLS = 4_000_000;
