import type { Embedder } from "../embed/embedder";
import type { Passage } from "../model/passage";
import { countOwnWords } from "./count-own-words";
import type { AnswerPlan } from "./plan-answer";
import { proseText } from "./prose-text";
import { splitPassage } from "./split-passage";
import type { TermMatcher } from "./term-matcher";
import type { Unit } from "./unit";

/** A unit as a possible claim. */
export interface Candidate {
  readonly passage: Passage;
  readonly unit: Unit;
  /** All units of the passage, to look at its neighbours. */
  readonly siblings: readonly Unit[];
  /** As a reader sees it. */
  readonly words: string;
  readonly terms: ReadonlySet<string>;
  /** Share of the question's weight in these terms, 0..1. */
  readonly coverage: number;
  /** Cosine with the question. */
  readonly similarity: number;
  readonly score: number;
}

export interface ScoringTools {
  readonly matcher: TermMatcher;
  readonly embedder: Embedder;
  readonly signal?: AbortSignal;
}

/**
 * Shares of a unit's score, which is about 0..1; chosen by the share of right answers over README files, and of quotes
 * and citations that stand in a reference over three development sets.
 */
const SHARE = { coverage: 0.3, context: 0.2, similarity: 0.2, passage: 0.4, proximity: 0.05, opening: 0.1 };
const CODE_PREFERENCE = 0.1;
/** Code mentions many names in passing: what its coverage counts unless code was asked for. */
const CODE_COVERAGE = 0.6;
/** Where both may be quoted, a sentence comes with the code it introduces. */
const AHEAD_OF_LEAD = 0.001;
const OFF_SUBJECT_LOSS = 0.15;
/** An excerpt stands in where nothing found makes a claim. */
const EXCERPT_LOSS = 0.15;
const BARE_LEAD_LOSS = 0.2;
/** Words a claim may have before its coverage is discounted: long ones contain any term. */
const FREE_WORDS = 45;
const FEWEST_WORDS = 3;

/** Scores every unit of the passages against the question; best first. */
export async function scoreUnits(
  plan: AnswerPlan,
  passages: readonly Passage[],
  { matcher, embedder, signal }: ScoringTools,
): Promise<readonly Candidate[]> {
  const offSubject = passagesOffSubject(passages, matcher);
  const drafts = passages
    .flatMap((passage) => draftUnits(passage, { plan, matcher }))
    .filter(
      (draft) => plan.allowsCode || draft.unit.kind !== "code" || draft.passage.document.format === "code",
    );
  const query = await embedder.embedQuery(plan.question, signal);
  const vectors = await embedder.embedPassages(
    drafts.map(({ words }) => words),
    signal,
  );
  return drafts
    .map((draft, position) => {
      const similarity = dot(query, vectors[position] ?? new Float32Array());
      const loss = offSubject.has(draft.passage) ? OFF_SUBJECT_LOSS : 0;
      return { ...draft, similarity, score: score(draft, similarity, { plan, matcher }) - loss };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * A question whose rarest word is in the title of something found ("… in dexie?") names its subject: the
 * passages that never mention it are about something else.
 */
function passagesOffSubject(passages: readonly Passage[], matcher: TermMatcher): ReadonlySet<Passage> {
  const { rarest } = matcher;
  const names = (words: string) => rarest !== undefined && matcher.matches(words).has(rarest);
  if (!passages.some(({ document }) => names(document.title))) return new Set();
  return new Set(
    passages.filter(({ document, chunk }) => {
      const text = document.text.slice(chunk.start, chunk.end);
      return !names([document.title, ...chunk.headings, text].join("\n"));
    }),
  );
}

type Draft = Omit<Candidate, "similarity" | "score"> & {
  readonly headingTerms: ReadonlySet<string>;
  /** The beginning of the document, which says what its subject is. */
  readonly isOpening: boolean;
};

interface ScoringContext {
  readonly plan: AnswerPlan;
  readonly matcher: TermMatcher;
}

function draftUnits(passage: Passage, { plan, matcher }: ScoringContext): readonly Draft[] {
  const { document, chunk } = passage;
  const headings = [document.title, ...chunk.headings].join("\n");
  const headingTerms = matcher.matches(headings);
  const units = splitPassage(passage);
  const opening = chunk.start === 0 ? units.find(({ kind }) => kind === "sentence") : undefined;
  return units.flatMap((unit) => {
    const quote = document.text.slice(unit.start, unit.end);
    const isCrumb = unit.kind === "sentence" && countOwnWords(quote) < FEWEST_WORDS;
    if (isCrumb && units.length > 1) return [];
    const words = judgedWords(unit, passage, plan);
    const terms = matcher.matches(words);
    const coverage = matcher.coverage(terms);
    return [
      { passage, unit, siblings: units, words, terms, coverage, headingTerms, isOpening: unit === opening },
    ];
  });
}

/** Code goes with what introduces it, unless code is what was asked for. */
function judgedWords(unit: Unit, { document }: Passage, { wantsCode }: AnswerPlan): string {
  if (unit.leadEnd !== undefined && !wantsCode) return proseText(document, unit.start, unit.leadEnd);
  return (unit.kind === "code" && unit.markdown) || proseText(document, unit.start, unit.end);
}

function score(
  { passage, unit, words, terms, headingTerms, isOpening }: Draft,
  similarity: number,
  { plan, matcher }: ScoringContext,
): number {
  const isIncidental = unit.kind === "code" && unit.leadEnd === undefined && !plan.wantsCode;
  const discount =
    Math.sqrt(Math.min(1, FREE_WORDS / Math.max(1, countWords(words)))) * (isIncidental ? CODE_COVERAGE : 1);
  // A lead-in without what it announces says nothing.
  const isBareLead = unit.kind === "sentence" && words.endsWith(":");
  const isWantedCode = unit.kind === "code" && plan.wantsCode;
  return (
    SHARE.coverage * matcher.coverage(terms) * discount +
    SHARE.similarity * Math.max(0, similarity) +
    SHARE.passage * passage.score +
    SHARE.context * matcher.coverage(new Set([...terms, ...headingTerms])) * discount +
    SHARE.proximity * proximity(words, matcher) +
    (isOpening ? SHARE.opening * matcher.coverage(headingTerms) : 0) +
    (isWantedCode ? CODE_PREFERENCE : 0) +
    (unit.leadEnd === undefined ? 0 : AHEAD_OF_LEAD) -
    (unit.kind === "excerpt" ? EXCERPT_LOSS : 0) -
    (isBareLead ? BARE_LEAD_LOSS : 0)
  );
}

/** 1 when the matching words stand side by side, towards 0 the further they are apart; 0 below two. */
function proximity(words: string, matcher: TermMatcher): number {
  const places = matcher.places(words);
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || places.length < 2) return 0;
  return (places.length - 1) / Math.max(places.length - 1, countWords(words.slice(first[1], last[0])) + 1);
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function dot(a: Float32Array, b: Float32Array): number {
  let total = 0;
  for (const [position, value] of a.entries()) total += value * (b[position] ?? 0);
  return total;
}
