import type { Passage } from "../../model/passage";
import type { ScoredStatement } from "./score-statements";
import type { TermMatcher } from "./term-matcher";

/** Best passages that are scored. */
const SCORED_PASSAGES = 5;
/**
 * Chosen on four development sets and README files, each question asked with and without the documents that answer it,
 * and with questions of each set against the documents of the others. The figures are in
 * engine/decisions/2026-11-21-reranking.md.
 */
const WEIGHTS = { coverage: 0.4, passage: 0.3, sentence: 0.3, lead: 0.75, words: 0.05 };
/** A larger lead is cut: its size depends on the collection. */
const MAX_LEAD = 0.12;
/** Below it the sources are about something else, or only about something similar. */
export const MIN_EVIDENCE_FOR_QUOTES = 0.669;
/**
 * Enough to ask a model, which can say itself that nothing answers and whose answer is verified. On the four sets 96 %
 * of the questions reach it, and 67 to 83 % of the questions of other sets do not.
 */
export const MIN_EVIDENCE_FOR_MODEL = 0.55;

/**
 * The evidence for an answer in the best passages, 0 to about 1.4. It adds up the weighted share of the question's
 * content terms that a passage contains (title and headings included), the vector similarity of the passage and of the
 * best sentence, the lead of the best passage over the others, and the number of terms: a single word is matched by
 * chance, half of a long question is not.
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

/** The lead of the best passage over the mean of those not scored; the maximum where there are none. */
function leadOf(passages: readonly Passage[]): number {
  const others = passages.slice(SCORED_PASSAGES);
  if (others.length === 0) return MAX_LEAD;
  const mean = others.reduce((sum, { score }) => sum + score, 0) / others.length;
  return Math.max(0, (passages[0]?.score ?? 0) - mean);
}
