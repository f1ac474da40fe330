import { FEATURE_NAMES } from "../../retrieve/rerank/measure-features";

/**
 * The share of this feature is chosen, not learned: it finds the second and third passage that answers, and a
 * training question has one. Of 0, 0.1, 0.18, 0.25, 0.3 and 0.4 among the best on the development sets.
 */
const FIXED_FEATURE = { name: "like the best, by words", share: 0.25 };
const DIGITS = 1_000;

/** Turns learned weights into shares, 1 in sum, to three digits. */
export function toShares(weights: readonly number[]): readonly number[] {
  const chosen = FEATURE_NAMES.indexOf(FIXED_FEATURE.name);
  const learned = weights.map((weight, at) => (at === chosen ? 0 : weight));
  const total = learned.reduce((sum, weight) => sum + weight, 0);
  const shares = learned.map((weight, at) =>
    at === chosen ? FIXED_FEATURE.share : (1 - FIXED_FEATURE.share) * (total === 0 ? 0 : weight / total),
  );
  return shares.map((share) => Math.round(share * DIGITS) / DIGITS);
}
