/**
 * A stretch `[start, end)` of a text of a source that can be quoted: a sentence, a short code block with the sentence
 * that introduces it, a list with the sentence that introduces it, or, in a passage without any of these, an excerpt.
 */
export interface Statement {
  readonly kind: "sentence" | "code" | "list" | "excerpt";
  readonly start: number;
  readonly end: number;
  /** Where the sentence that introduces the code ends. */
  readonly leadInEnd?: number;
  /** How it is shown, as Markdown, where that is not its words alone. */
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
