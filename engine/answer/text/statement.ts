/**
 * A stretch `[start, end)` of a text of a source that can be quoted: a sentence, a short code block with the sentence
 * that introduces it, a list with the sentence that introduces it, a row of a table, or, in a passage without any of
 * these, an excerpt.
 */
export interface Statement {
  readonly kind: "sentence" | "code" | "list" | "row" | "excerpt";
  readonly start: number;
  readonly end: number;
  /** Where the sentence that introduces the code ends. */
  readonly leadInEnd?: number;
  /** Its words as a reader sees them, where the stretch alone does not say them: a row with its column names. */
  readonly words?: string;
  /** How it is shown, as Markdown, where that is not its words alone. */
  readonly markdown?: string;
  /** What it is about, in words that are not in the stretch: the heading above it. Scored with it, not quoted. */
  readonly context?: string;
}

export function shiftStatement<T extends Statement>(statement: T, offset: number): T {
  const { start, end, leadInEnd } = statement;
  return {
    ...statement,
    start: start + offset,
    end: end + offset,
    ...(leadInEnd !== undefined && { leadInEnd: leadInEnd + offset }),
  };
}
