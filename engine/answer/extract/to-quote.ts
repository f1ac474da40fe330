import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import type { ScoredStatement } from "../evidence/score-statements";
import { escapeMarkdown } from "../text/escape-markdown";
import { proseText } from "../text/prose-text";
import type { Statement } from "../text/statement";

/** A part of an answer made of quotes, verbatim at `[start, end)` of the document's text. */
export interface Quote {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** As shown in the answer. */
  readonly markdown: string;
  /** True for a row, a field, a list, code: it is never joined with what stands beside it. */
  readonly isBlock?: true;
  /** True for words of an earlier message that a mail quotes. */
  readonly isQuotedReply?: true;
  /** Who wrote the earlier message, where the mail says so. */
  readonly quotedAuthor?: string;
}

/** Characters of two sentences quoted as one. */
const MAX_PAIR_CHARACTERS = 360;

/** The quote of a selected statement: a sentence is quoted with a neighbour where one depends on the other. */
export function toQuote({ passage, statement, siblings }: ScoredStatement, language: Language): Quote {
  const { start, end, markdown, isQuotedReply, quotedAuthor } = statement;
  const reply = {
    ...(isQuotedReply && { isQuotedReply }),
    ...(quotedAuthor !== undefined && { quotedAuthor }),
  };
  if (markdown !== undefined) return { passage, start, end, markdown, isBlock: true, ...reply };
  const position = siblings.indexOf(statement);
  const [before, after] = [siblings[position - 1], siblings[position + 1]];
  const isPair = (one: Statement, other: Statement) => isDependentPair(passage, [one, other], language);
  const from = before && isPair(before, statement) ? before.start : start;
  const to = after && isPair(statement, after) && after.end - from <= MAX_PAIR_CHARACTERS ? after.end : end;
  return { ...toProseQuote(passage, from, to), ...reply };
}

export function toProseQuote(passage: Passage, start: number, end: number): Quote {
  const text = proseText(passage.document, start, end).replace(/\s+/g, " ");
  return { passage, start, end, markdown: escapeMarkdown(text) };
}

/** Whether one stretch directly follows the other in the same paragraph. */
export function isAdjacent(
  before: { readonly end: number },
  after: { readonly start: number },
  text: string,
): boolean {
  const between = text.slice(before.end, after.start);
  return between.trim() === "" && !/\n\s*\n/.test(between);
}

function isDependentPair(
  { document }: Passage,
  [before, after]: readonly [Statement, Statement],
  { texts }: Language,
): boolean {
  return (
    before.kind === "sentence" &&
    after.kind === "sentence" &&
    before.isQuotedReply === after.isQuotedReply &&
    isAdjacent(before, after, document.text) &&
    texts.anaphoricOpening.test(proseText(document, after.start, after.end))
  );
}
