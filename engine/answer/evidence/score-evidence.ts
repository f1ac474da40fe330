import type { Passage } from "../../model/passage";
import type { ScoredStatement } from "./score-statements";
import type { TermMatcher } from "./term-matcher";

/** The best passages judged; support that ranks lower is none. */
const SCORED_PASSAGES = 5;
/**
 * Chosen on four development sets and README files, each question asked with and without the documents that
 * answer it, and questions of each set against questions of the others; engine/decisions/2026-11-21-reranking.md
 * has the figures.
 */
const WEIGHTS = { coverage: 0.4, passage: 0.3, sentence: 0.3, lead: 0.75, words: 0.05 };
/** A larger lead says no more: how large it gets depends on the collection. */
const MAX_LEAD = 0.12;
/** Below it the sources are about something else, or about something near what is asked. */
export const MIN_EVIDENCE_FOR_QUOTES = 0.669;
/**
 * Enough to ask a model, which can say itself that nothing answers, and is checked: on the four sets 96 % of the
 * questions reach it or more, and 67 to 83 % of the questions of other sets do not.
 */
export const MIN_EVIDENCE_FOR_MODEL = 0.55;

/**
 * How much speaks for an answer in the best passages, 0 to about 1.4: the weighted share of the question's content
 * terms that a passage contains (title and headings included), its vector similarity, that of the best sentence,
 * how far the best passage is ahead of the others, and the number of terms, for a long question is met by half
 * where a single word is met by chance.
 */
export function scoreEvidence(
  passages: readonly Passage[],
  statements: readonly ScoredStatement[],
  matcher: TermMatcher,
): number {
  const scored = passages.slice(0, SCORED_PASSAGES);
  const similarities = statements.flatMap((statement) =>
    scored.includes(statement.passage) ? [statement.similarity] : [],
  );
  return (
    Math.max(0, ...scored.map((passage) => scorePassage(passage, matcher))) +
    WEIGHTS.sentence * Math.max(0, ...similarities) +
    WEIGHTS.lead * Math.min(MAX_LEAD, leadOf(passages)) +
    WEIGHTS.words * Math.log2(1 + matcher.termCount)
  );
}

function scorePassage({ document, chunk, vectorScore = 0 }: Passage, matcher: TermMatcher): number {
  const words = [document.title, ...chunk.headings, document.text.slice(chunk.start, chunk.end)].join("\n");
  const coverage = matcher.coverage(matcher.matches(words));
  return WEIGHTS.coverage * coverage + WEIGHTS.passage * Math.max(0, vectorScore);
}

/** Where something answers, it stands out from what is merely near. A handful of passages have nothing to stand out from. */
function leadOf(passages: readonly Passage[]): number {
  const others = passages.slice(SCORED_PASSAGES);
  if (others.length === 0) return MAX_LEAD;
  const mean = others.reduce((sum, { score }) => sum + score, 0) / others.length;
  return Math.max(0, (passages[0]?.score ?? 0) - mean);
}
