/** A sentence, an item or a row of a table `[start, end)` of an answer, with its citations and its text without them. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly citations: readonly number[];
  readonly parts: readonly ClaimPart[];
  /** Too few words to compare their meaning: only its numbers and names are. */
  readonly isShort: boolean;
}

/** `value`: a cell of a table, what follows a label, or a short item. `label`: what names a value. */
export interface ClaimPart {
  readonly role: "sentence" | "label" | "value";
  readonly text: string;
}
