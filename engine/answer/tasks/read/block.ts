/** Words at a place of the document, as a reader sees them. */
export interface Words {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A row of a table; its cells are in the order of the header. */
export interface Row extends Pick<Words, "start" | "end"> {
  readonly cells: readonly string[];
}

/** A block of a document. A table has a header; records of `key: value` lines are read as one. */
export type Block = Pick<Words, "start" | "end"> &
  (
    | { readonly kind: "prose" }
    | { readonly kind: "code" }
    | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly Words[] }
    | { readonly kind: "table"; readonly header: readonly string[]; readonly rows: readonly Row[] }
  );
