import type { Passage } from "../model/passage";
import { escapeMarkdown } from "./escape-markdown";
import { readerText } from "./reader-text";
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

const MOST_CLAIMS = 4;
const MOST_CHARACTERS = 1_000;
/** Of the best claim's score: below it a claim is beside the point. */
const WORTH_SAYING = 0.7;
/** A claim that brings no new term of the question must be nearly as good as the best. */
const WORTH_REPEATING = 0.85;
/** Share of common words from which two claims say the same. */
const SAME_WORDS = 0.6;
/** A sentence that opens like this leans on the one before. */
const LEANS_BACK =
  /^(?:it|its|this|these|those|they|that|he|she|such|however|otherwise|but|and|so|then|also|instead)\b/i;

/**
 * Chooses a handful of claims: the best one, then what adds a term of the question, another document or
 * is as good, never the same thing twice. Documents in the order of their best claim, claims of one
 * document in the order of its text.
 */
export function selectClaims(candidates: readonly Candidate[]): readonly Claim[] {
  const picked: Candidate[] = [];
  let characters = 0;
  for (const candidate of candidates) {
    if (picked.length === MOST_CLAIMS) break;
    const fits = picked.length === 0 || characters + candidate.words.length <= MOST_CHARACTERS;
    if (!fits || !addsSomething(candidate, picked)) continue;
    picked.push(candidate);
    characters += candidate.words.length;
  }
  return inReadingOrder(picked).reduce(joinNeighbours, []);
}

function addsSomething(candidate: Candidate, picked: readonly Candidate[]): boolean {
  const best = picked[0];
  if (!best) return true;
  if (candidate.score < best.score * WORTH_SAYING || candidate.terms.size === 0) return false;
  if (picked.some((earlier) => overlap(candidate, earlier) || sameWords(candidate.words, earlier.words)))
    return false;
  const isNewTerm = [...candidate.terms].some((term) => picked.every((earlier) => !earlier.terms.has(term)));
  return isNewTerm || candidate.score >= best.score * WORTH_REPEATING;
}

function overlap(a: Candidate, b: Candidate): boolean {
  return isSameDocument(a, b) && a.unit.start < b.unit.end && b.unit.start < a.unit.end;
}

function isSameDocument(a: { readonly passage: Passage }, b: { readonly passage: Passage }): boolean {
  return a.passage.document.documentId === b.passage.document.documentId;
}

/** Jaccard similarity of the word sets. */
function sameWords(a: string, b: string): boolean {
  const [left, right] = [wordSet(a), wordSet(b)];
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  return common / Math.max(1, left.size + right.size - common) >= SAME_WORDS;
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

function inReadingOrder(picked: readonly Candidate[]): readonly Claim[] {
  const documents = [...new Set(picked.map(({ passage }) => passage.document.documentId))];
  return documents.flatMap((documentId) =>
    picked
      .filter(({ passage }) => passage.document.documentId === documentId)
      .sort((a, b) => a.unit.start - b.unit.start)
      .map(toClaim),
  );
}

function toClaim({ passage, unit, siblings, words }: Candidate): Claim {
  const before = siblings[siblings.indexOf(unit) - 1];
  const text = passage.document.text;
  if (before && unit.kind === "sentence" && LEANS_BACK.test(words) && isNeighbour(before, unit, text)) {
    return proseClaim(passage, before.start, unit.end);
  }
  if (unit.markdown !== undefined)
    return { passage, start: unit.start, end: unit.end, markdown: unit.markdown };
  return proseClaim(passage, unit.start, unit.end);
}

function proseClaim(passage: Passage, start: number, end: number): Claim {
  const words = readerText(passage.document, start, end).replace(/\s+/g, " ");
  return { passage, start, end, markdown: escapeMarkdown(words) };
}

function isNeighbour(before: Unit, unit: Unit, text: string): boolean {
  const between = text.slice(before.end, unit.start);
  return before.kind === "sentence" && between.trim() === "" && !/\n\s*\n/.test(between);
}

/** Sentences that follow one another become one claim with one citation. */
function joinNeighbours(claims: readonly Claim[], claim: Claim): Claim[] {
  const last = claims.at(-1);
  if (!last || !isSameDocument(last, claim)) return [...claims, claim];
  const between = claim.passage.document.text.slice(last.end, claim.start);
  const isBlock = last.markdown.includes("\n") || claim.markdown.includes("\n");
  if (claim.start < last.end || (!isBlock && between.trim() === "" && !/\n\s*\n/.test(between))) {
    return [...claims.slice(0, -1), proseClaim(last.passage, last.start, Math.max(last.end, claim.end))];
  }
  return [...claims, claim];
}
