/**
 * A stretch `[start, end)` of a text of a source that can be quoted: a sentence, a short code block with the sentence
 * that introduces it, a list with the sentence that introduces it, an item of a list, a field ("Opening hours: 9–17"), a
 * row of a table or a record of fields, or, in a passage without any of these, an excerpt.
 */
export interface Statement {
  readonly kind: "sentence" | "code" | "list" | "item" | "field" | "row" | "excerpt";
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
  /** True when it is in an earlier message that a mail quotes: not the word of the mail's author. */
  readonly isQuotedReply?: true;
  /** Who wrote the earlier message, where the mail says so. */
  readonly quotedAuthor?: string;
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
