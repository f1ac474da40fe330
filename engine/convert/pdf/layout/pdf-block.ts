/** A line of running text within its column. */
export interface PdfLine {
  /** In reading order. */
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  readonly isRightToLeft: boolean;
}

/** A part of a page: the lines of one column, or the rows of a table. */
export type PdfBlock =
  | { readonly kind: "lines"; readonly lines: readonly PdfLine[] }
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly string[])[];
      readonly hasHeader: boolean;
      /** Height of the font of most of its rows. */
      readonly size: number;
    };
