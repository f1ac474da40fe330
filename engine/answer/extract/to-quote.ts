import type { Passage } from "../../model/passage";
import type { ScoredStatement } from "../evidence/score-statements";
import { escapeMarkdown } from "../text/escape-markdown";
import { proseText } from "../text/prose-text";
import type { Statement } from "../text/statement";

/** One statement of the answer, verbatim at `[start, end)` of the document's text. */
export interface Quote {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** As shown in the answer. */
  readonly markdown: string;
}

/** A sentence that opens like this leans on the one before. */
const ANAPHORIC_OPENING =
  /^(?:it|its|this|these|those|they|that|he|she|such|however|otherwise|but|and|so|then|also|instead|for example|the default|you can do)\b/i;
/** Characters of two sentences quoted as one. */
const MAX_PAIR_CHARACTERS = 360;

/** What is said and quoted for a chosen unit: a sentence takes a neighbour along where one leans on the other. */
export function toQuote({ passage, statement, siblings }: ScoredStatement): Quote {
  const { start, end, markdown } = statement;
  if (markdown !== undefined) return { passage, start, end, markdown };
  const position = siblings.indexOf(statement);
  const [before, after] = [siblings[position - 1], siblings[position + 1]];
  const from = before && isDependentPair(passage, before, statement) ? before.start : start;
  const to =
    after && isDependentPair(passage, statement, after) && after.end - from <= MAX_PAIR_CHARACTERS
      ? after.end
      : end;
  return toProseQuote(passage, from, to);
}

export function toProseQuote(passage: Passage, start: number, end: number): Quote {
  const text = proseText(passage.document, start, end).replace(/\s+/g, " ");
  return { passage, start, end, markdown: escapeMarkdown(text) };
}

/** Whether one stretch follows the other in the same paragraph. */
export function isAdjacent(
  before: { readonly end: number },
  after: { readonly start: number },
  text: string,
): boolean {
  const between = text.slice(before.end, after.start);
  return between.trim() === "" && !/\n\s*\n/.test(between);
}

function isDependentPair({ document }: Passage, before: Statement, after: Statement): boolean {
  return (
    before.kind === "sentence" &&
    after.kind === "sentence" &&
    isAdjacent(before, after, document.text) &&
    ANAPHORIC_OPENING.test(proseText(document, after.start, after.end))
  );
}
