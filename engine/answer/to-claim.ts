import type { Passage } from "../model/passage";
import { escapeMarkdown } from "./escape-markdown";
import { proseText } from "./prose-text";
import type { Candidate } from "./score-units";
import type { Unit } from "./unit";

/** One statement of the answer, verbatim at `[start, end)` of the document's text. */
export interface Claim {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** As shown in the answer. */
  readonly markdown: string;
}

/** A sentence that opens like this leans on the one before. */
const LEANS_BACK =
  /^(?:it|its|this|these|those|they|that|he|she|such|however|otherwise|but|and|so|then|also|instead|for example|the default|you can do)\b/i;
/** Characters of two sentences quoted as one. */
const LONGEST_PAIR = 360;

/** What is said and quoted for a chosen unit: a sentence takes a neighbour along where one leans on the other. */
export function toClaim({ passage, unit, siblings }: Candidate): Claim {
  const { start, end, markdown } = unit;
  if (markdown !== undefined) return { passage, start, end, markdown };
  const position = siblings.indexOf(unit);
  const [before, after] = [siblings[position - 1], siblings[position + 1]];
  const from = before && isPair(passage, before, unit) ? before.start : start;
  const to = after && isPair(passage, unit, after) && after.end - from <= LONGEST_PAIR ? after.end : end;
  return proseClaim(passage, from, to);
}

export function proseClaim(passage: Passage, start: number, end: number): Claim {
  const words = proseText(passage.document, start, end).replace(/\s+/g, " ");
  return { passage, start, end, markdown: escapeMarkdown(words) };
}

/** Whether one stretch follows the other in the same paragraph. */
export function followsOn(
  before: { readonly end: number },
  after: { readonly start: number },
  text: string,
): boolean {
  const between = text.slice(before.end, after.start);
  return between.trim() === "" && !/\n\s*\n/.test(between);
}

function isPair({ document }: Passage, before: Unit, after: Unit): boolean {
  return (
    before.kind === "sentence" &&
    after.kind === "sentence" &&
    followsOn(before, after, document.text) &&
    LEANS_BACK.test(proseText(document, after.start, after.end))
  );
}
