import type { Passage } from "../model/passage";
import type { Candidate } from "./score-units";
import { type Claim, followsOn, proseClaim, toClaim } from "./to-claim";

const MOST_CLAIMS = 4;
const MOST_CODE_BLOCKS = 2;
const MOST_CHARACTERS = 1_000;
/** Of the best claim's score: below it a claim is beside the point. */
const WORTH_SAYING = 0.8;
/** A claim that brings no new term of the question must be nearly as good as the best. */
const WORTH_REPEATING = 0.85;
/** Of the best claim's score: what the claim of another document needs. */
const WORTH_ANOTHER_DOCUMENT = 0.85;
/** A sentence of another document that shares one word with a longer question is seldom about it. */
const FEWEST_TERMS_ELSEWHERE = 2;
/** Of the question's weight in the best claim. */
const WORTH_GOING_ON = 0.3;
/** Share of common words from which two claims say the same. */
const SAME_WORDS = 0.6;
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
  // Next to nothing of the question in the best claim: more of the kind is no better answer.
  if (best.coverage < WORTH_GOING_ON) return false;
  // An excerpt stands in for claims, a lead-in announces one; neither adds to them.
  if (candidate.unit.kind === "excerpt" || isBareLead(candidate)) return false;
  if (
    !picked.some((earlier) => isSameDocument(earlier, candidate)) &&
    !isWorthAnotherDocument(candidate, best)
  ) {
    return false;
  }
  const isCode = (one: Candidate) => one.unit.kind === "code";
  if (isCode(candidate) && picked.filter(isCode).length === MOST_CODE_BLOCKS) return false;
  if (picked.some((earlier) => overlap(candidate, earlier) || sameWords(candidate.words, earlier.words)))
    return false;
  const isNewTerm = [...candidate.terms].some((term) => picked.every((earlier) => !earlier.terms.has(term)));
  return isNewTerm || candidate.score >= best.score * WORTH_REPEATING;
}

function isBareLead({ unit, words }: Candidate): boolean {
  return unit.kind === "sentence" && words.endsWith(":");
}

function isWorthAnotherDocument({ score, terms }: Candidate, best: Candidate): boolean {
  return (
    score >= best.score * WORTH_ANOTHER_DOCUMENT &&
    terms.size >= Math.min(FEWEST_TERMS_ELSEWHERE, best.terms.size)
  );
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

/** Sentences that follow one another become one claim with one citation. */
function joinNeighbours(claims: readonly Claim[], claim: Claim): Claim[] {
  const last = claims.at(-1);
  if (!last || !isSameDocument(last, claim)) return [...claims, claim];
  const isBlock = last.markdown.includes("\n") || claim.markdown.includes("\n");
  if (claim.start < last.end || (!isBlock && followsOn(last, claim, claim.passage.document.text))) {
    return [...claims.slice(0, -1), proseClaim(last.passage, last.start, Math.max(last.end, claim.end))];
  }
  return [...claims, claim];
}
