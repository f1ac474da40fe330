import type { Passage } from "../model/passage";
import type { Candidate } from "./score-units";
import type { TermMatcher } from "./term-matcher";

/** The best passages judged; support that ranks lower is none. */
const PASSAGES_JUDGED = 5;
/**
 * Chosen on four development sets and README files, each question asked with and without the documents that
 * answer it, and questions of each set against questions of the others; engine/decisions/2026-11-21-reranking.md
 * has the figures.
 */
const SHARE = { coverage: 0.4, passage: 0.3, sentence: 0.3, lead: 0.75, words: 0.05 };
/** A larger lead says no more: how large it gets depends on the collection. */
const LARGEST_LEAD = 0.12;
/** Below it the sources are about something else, or about something near what is asked. */
export const LEAST_EVIDENCE = 0.669;
/**
 * Enough to ask a model, which can say itself that nothing answers, and is checked: on the four sets 96 % of the
 * questions reach it or more, and 67 to 83 % of the questions of other sets do not.
 */
export const LEAST_FOR_A_MODEL = 0.55;

/**
 * How much speaks for an answer in the best passages, 0 to about 1.4: the weighted share of the question's content
 * terms that a passage contains (title and headings included), its vector similarity, that of the best sentence,
 * how far the best passage is ahead of the others, and the number of terms, for a long question is met by half
 * where a single word is met by chance.
 */
export function measureEvidence(
  passages: readonly Passage[],
  candidates: readonly Candidate[],
  matcher: TermMatcher,
): number {
  const judged = passages.slice(0, PASSAGES_JUDGED);
  const similarities = candidates.flatMap((candidate) =>
    judged.includes(candidate.passage) ? [candidate.similarity] : [],
  );
  return (
    Math.max(0, ...judged.map((passage) => passageEvidence(passage, matcher))) +
    SHARE.sentence * Math.max(0, ...similarities) +
    SHARE.lead * Math.min(LARGEST_LEAD, leadOf(passages)) +
    SHARE.words * Math.log2(1 + matcher.size)
  );
}

function passageEvidence({ document, chunk, vectorScore = 0 }: Passage, matcher: TermMatcher): number {
  const words = [document.title, ...chunk.headings, document.text.slice(chunk.start, chunk.end)].join("\n");
  const coverage = matcher.coverage(matcher.matches(words));
  return SHARE.coverage * coverage + SHARE.passage * Math.max(0, vectorScore);
}

/** Where something answers, it stands out from what is merely near. A handful of passages have nothing to stand out from. */
function leadOf(passages: readonly Passage[]): number {
  const others = passages.slice(PASSAGES_JUDGED);
  if (others.length === 0) return LARGEST_LEAD;
  const mean = others.reduce((sum, { score }) => sum + score, 0) / others.length;
  return Math.max(0, (passages[0]?.score ?? 0) - mean);
}
