import { FEATURE_NAMES } from "../../retrieve/rerank/measure-features";
import type { Example } from "./collect-examples";

/** Steps of Adam (Kingma and Ba, 2015), with its usual decays; the loss no longer changes by then. */
const STEPS = 400;
const LEARNING_RATE = 0.05;
const DECAY = { mean: 0.9, square: 0.99 };
/** Keeps a feature without effect at 0. */
const WEIGHT_DECAY = 0.01;
/**
 * The share of this feature is chosen, not learned: it finds the second and third relevant passage, and a training
 * question has one. Chosen on the development sets from 0, 0.1, 0.18, 0.25, 0.3 and 0.4.
 */
const FIXED_FEATURE = { name: "relevance feedback", share: 0.25 };
const SHARE_DIGITS = 1_000;

export interface FitResult {
  /** By feature, not below 0, in any scale. */
  readonly weights: readonly number[];
  /** Mean cross entropy, in nats. */
  readonly loss: number;
}

/**
 * Fits the weights of a linear ranking: softmax over the candidates of a question against their grades (ListNet, Cao et
 * al. 2007), with the same total for every set. No weight goes below 0: each feature is defined so that more is better,
 * and a negative weight would fit a peculiarity of the training set.
 */
export function fitWeights(sets: readonly (readonly Example[])[]): FitResult {
  const examples = sets.flatMap((set) =>
    set.map((example) => ({ ...example, share: 1 / set.length / sets.length })),
  );
  const width = examples[0]?.rows[0]?.length ?? 0;
  const deviations = standardDeviations(examples, width);
  const weights = new Float64Array(width);
  const means = new Float64Array(width);
  const squares = new Float64Array(width);
  let loss = 0;
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => WEIGHT_DECAY * weight);
    loss = 0;
    for (const example of examples) loss += addGradient(gradient, example, weights, deviations);
    for (let column = 0; column < width; column++) {
      const partial = gradient[column] ?? 0;
      means[column] = DECAY.mean * (means[column] ?? 0) + (1 - DECAY.mean) * partial;
      squares[column] = DECAY.square * (squares[column] ?? 0) + (1 - DECAY.square) * partial * partial;
      const mean = (means[column] ?? 0) / (1 - DECAY.mean ** step);
      const square = (squares[column] ?? 0) / (1 - DECAY.square ** step);
      weights[column] = Math.max(
        0,
        (weights[column] ?? 0) - (LEARNING_RATE * mean) / (Math.sqrt(square) + 1e-9),
      );
    }
  }
  return { weights: [...weights].map((weight, column) => weight / (deviations[column] ?? 1)), loss };
}

type WeightedExample = Example & { readonly share: number };

/** Adds the gradient of an example, in units of the deviations; returns its part of the loss. */
function addGradient(
  gradient: Float64Array,
  { rows, grades, share }: WeightedExample,
  weights: Float64Array,
  deviations: readonly number[],
): number {
  const scores = rows.map((row) =>
    row.reduce((sum, value, column) => sum + scaled(value, column) * (weights[column] ?? 0), 0),
  );
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const exponentialSum = exponentials.reduce((sum, value) => sum + value, 0);
  const grade = grades.reduce((sum, value) => sum + value, 0);
  let loss = 0;
  for (const [position, row] of rows.entries()) {
    const predicted = (exponentials[position] ?? 0) / exponentialSum;
    const target = (grades[position] ?? 0) / grade;
    if (target > 0) loss -= share * target * Math.log(predicted);
    for (const [column, value] of row.entries()) {
      gradient[column] = (gradient[column] ?? 0) + share * (predicted - target) * scaled(value, column);
    }
  }
  return loss;

  function scaled(value: number, column: number): number {
    return value / (deviations[column] ?? 1);
  }
}

/** Scales learned weights to shares, 1 in sum, rounded to three digits. */
export function toShares(weights: readonly number[]): readonly number[] {
  const fixed = FEATURE_NAMES.indexOf(FIXED_FEATURE.name);
  const learned = weights.map((weight, column) => (column === fixed ? 0 : weight));
  const total = learned.reduce((sum, weight) => sum + weight, 0);
  const shares = learned.map((weight, column) =>
    column === fixed ? FIXED_FEATURE.share : (1 - FIXED_FEATURE.share) * (total === 0 ? 0 : weight / total),
  );
  return shares.map((share) => Math.round(share * SHARE_DIGITS) / SHARE_DIGITS);
}

/** Standard deviations by feature; 1 for a constant one. */
function standardDeviations(examples: readonly Example[], width: number): readonly number[] {
  const rows = examples.flatMap((example) => example.rows);
  return Array.from({ length: width }, (_, column) => {
    const values = rows.map((row) => row[column] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return Math.sqrt(variance) || 1;
  });
}
