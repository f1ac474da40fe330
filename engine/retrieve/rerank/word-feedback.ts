import type { CandidateReading, FeatureGroup, QuestionReading } from "./reading";
import { SPEAKERS } from "./speakers";

/** Words that speak. */
const WORDS = 10;
/** BM25's saturation of a word's count and its norm by length, as in keyword search. */
const K1 = 1.2;
const B = 0.65;

/**
 * Of the words that tell the best candidates from others, how many a candidate has, after RM3 (Abdul-Jaleel et
 * al., "UMass at TREC 2004"). The question's own words are left out, and none speaks for itself.
 */
export const wordFeedback: FeatureGroup = {
  names: ["like the best, by words"],
  measure(question, candidates) {
    const shares = saturate(candidates);
    const voices = candidates.slice(0, SPEAKERS).map((speaker, at) => speak(speaker, question, shares[at]));
    const ofAll = tellingWords(voices);
    return candidates.map((_, at) => {
      const words = at < voices.length ? tellingWords(voices.filter((_, speaker) => speaker !== at)) : ofAll;
      return [shareOf(words, shares[at])];
    });
  },
};

/** By term, in 0..1. */
type Shares = ReadonlyMap<string, number>;

function saturate(candidates: readonly CandidateReading[]): readonly Shares[] {
  const words = candidates.reduce((sum, { places }) => sum + places.length, 0);
  const average = Math.max(1, words / Math.max(1, candidates.length));
  return candidates.map(({ counts, places }) => {
    const norm = K1 * (1 - B + (B * places.length) / average);
    return new Map([...counts].map(([term, count]) => [term, count / (count + norm)]));
  });
}

/** What a candidate says for each of its words. */
function speak(
  { ownTerms, score }: CandidateReading,
  question: QuestionReading,
  shares: Shares | undefined,
): ReadonlyMap<string, number> {
  const asked = new Set(question.terms.map(({ term }) => term));
  const telling = ownTerms.filter(({ term, weight }) => weight > 0 && !asked.has(term));
  return new Map(telling.map(({ term, weight }) => [term, score * weight * (shares?.get(term) ?? 0)]));
}

function tellingWords(
  voices: readonly ReadonlyMap<string, number>[],
): readonly (readonly [string, number])[] {
  const weights = new Map<string, number>();
  for (const voice of voices) {
    for (const [term, weight] of voice) weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, WORDS);
}

function shareOf(words: readonly (readonly [string, number])[], shares: Shares | undefined): number {
  let total = 0;
  let sum = 0;
  for (const [term, weight] of words) {
    total += weight;
    sum += weight * (shares?.get(term) ?? 0);
  }
  return total === 0 ? 0 : sum / total;
}
