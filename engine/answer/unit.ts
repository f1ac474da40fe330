/**
 * A stretch `[start, end)` of a document's text that can stand as a claim: a sentence, a short code block
 * with its lead-in, a lead-in with its list, or, where a passage has none of these, an excerpt.
 */
export interface Unit {
  readonly kind: "sentence" | "code" | "list" | "excerpt";
  readonly start: number;
  readonly end: number;
  /** How it is shown, as Markdown, where that is not simply its words. */
  readonly markdown?: string;
}
