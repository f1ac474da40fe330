import fc from "fast-check";
import { expect, test } from "vitest";
import type { AnalysedCandidate, AnalysedQuestion } from "./feature-group";
import { relevanceFeedback } from "./relevance-feedback";

const question: AnalysedQuestion = {
  terms: [{ term: "asked", chunkFrequency: 1, weight: 3 }],
  tokenWeights: new Float32Array(),
};
const nothing = new Float32Array();

function analysedCandidate(
  counts: Readonly<Record<string, number>>,
  score: number,
  length = 10,
): AnalysedCandidate {
  return {
    score,
    positions: { terms: [], words: [], length },
    maxSimilarities: nothing,
    ownTerms: Object.keys(counts).map((term) => ({ term, chunkFrequency: 1, weight: term.length })),
    counts: new Map(Object.entries(counts)),
  };
}

/** The same from the definition, one candidate after the other. */
function naiveFeedback(candidates: readonly AnalysedCandidate[]): readonly number[] {
  const average = candidates.reduce((sum, { positions }) => sum + positions.length, 0) / candidates.length;
  const share = ({ counts, positions }: AnalysedCandidate, term: string) => {
    const count = counts.get(term) ?? 0;
    return count / (count + 1.2 * (0.35 + (0.65 * positions.length) / Math.max(1, average)));
  };
  return candidates.map((candidate) => {
    const feedback = candidates.slice(0, 3).filter((document) => document !== candidate);
    const terms = [...new Set(feedback.flatMap(({ ownTerms }) => ownTerms.map(({ term }) => term)))];
    const words = terms
      .filter((term) => term !== "asked")
      .map((term) => ({
        term,
        weight: feedback.reduce(
          (sum, document) => sum + document.score * term.length * share(document, term),
          0,
        ),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
      .slice(0, 10);
    const total = words.reduce((sum, { weight }) => sum + weight, 0);
    const met = words.reduce((sum, { term, weight }) => sum + weight * share(candidate, term), 0);
    return total === 0 ? 0 : met / total;
  });
}

test("relevanceFeedback equals its definition", () => {
  const words = fc.constantFrom(
    "asked",
    "a",
    "bb",
    "ccc",
    "dddd",
    "eeeee",
    "ffffff",
    "g",
    "hh",
    "iii",
    "jjjj",
  );
  const counts = fc.dictionary(words, fc.integer({ min: 1, max: 5 }));
  const pools = fc.array(fc.tuple(counts, fc.integer({ min: 0, max: 8 }), fc.nat(60)), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(pools, (pool) => {
      const candidates = pool
        .map(([own, score, length]) => analysedCandidate(own, score / 8, length))
        .sort((a, b) => b.score - a.score);
      const rows = relevanceFeedback.measure(question, candidates);
      const expected = naiveFeedback(candidates);
      for (const [at, [value]] of rows.entries()) expect(value).toBeCloseTo(expected[at]!, 9);
    }),
  );
});

test("relevanceFeedback compares no candidate with its own terms", () => {
  const [own] = relevanceFeedback.measure(question, [analysedCandidate({ alone: 3 }, 1)]);
  expect(own).toEqual([0]);
});
