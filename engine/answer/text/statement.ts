/**
 * A stretch `[start, end)` of a document's text that can stand as a claim: a sentence, a short code block
 * with its lead-in, a lead-in with its list, or, where a passage has none of these, an excerpt.
 */
export interface Statement {
  readonly kind: "sentence" | "code" | "list" | "excerpt";
  readonly start: number;
  readonly end: number;
  /** Where the sentence that introduces the code ends. */
  readonly leadInEnd?: number;
  /** How it is shown, as Markdown, where that is not simply its words. */
  readonly markdown?: string;
}

export function shiftStatement(statement: Statement, offset: number): Statement {
  const { start, end, leadInEnd } = statement;
  return {
    ...statement,
    start: start + offset,
    end: end + offset,
    ...(leadInEnd !== undefined && { leadInEnd: leadInEnd + offset }),
  };
}
