import type { Example } from "./collect-examples";

/** Steps of Adam (Kingma and Ba, 2015), with its usual decays; the loss no longer changes by then. */
const STEPS = 400;
const LEARNING_RATE = 0.05;
const DECAY = { mean: 0.9, square: 0.99 };
/** Keeps a feature that explains nothing at 0. */
const WEIGHT_DECAY = 0.01;

export interface FitResult {
  /** By feature, none below 0, in any scale. */
  readonly weights: readonly number[];
  /** Mean cross entropy, in nats. */
  readonly loss: number;
}

/**
 * Weights of a linear ranking: softmax over the candidates of a question against their grades (ListNet, Cao et al.
 * 2007), every set counting the same. No weight goes below 0: each feature is made to speak for a passage, and one
 * that speaks against it has learned something about the training set.
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
    for (let at = 0; at < width; at++) {
      const partial = gradient[at] ?? 0;
      means[at] = DECAY.mean * (means[at] ?? 0) + (1 - DECAY.mean) * partial;
      squares[at] = DECAY.square * (squares[at] ?? 0) + (1 - DECAY.square) * partial * partial;
      const mean = (means[at] ?? 0) / (1 - DECAY.mean ** step);
      const square = (squares[at] ?? 0) / (1 - DECAY.square ** step);
      weights[at] = Math.max(0, (weights[at] ?? 0) - (LEARNING_RATE * mean) / (Math.sqrt(square) + 1e-9));
    }
  }
  return { weights: [...weights].map((weight, at) => weight / (deviations[at] ?? 1)), loss };
}

type WeightedExample = Example & { readonly share: number };

/** Adds an example's slope, in units of the spreads; returns its part of the loss. */
function addGradient(
  gradient: Float64Array,
  { rows, grades, share }: WeightedExample,
  weights: Float64Array,
  deviations: readonly number[],
): number {
  const scores = rows.map((row) =>
    row.reduce((sum, value, at) => sum + scaled(value, at) * (weights[at] ?? 0), 0),
  );
  const highest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - highest));
  const exponentialSum = exponentials.reduce((sum, value) => sum + value, 0);
  const grade = grades.reduce((sum, value) => sum + value, 0);
  let loss = 0;
  for (const [position, row] of rows.entries()) {
    const given = (exponentials[position] ?? 0) / exponentialSum;
    const wanted = (grades[position] ?? 0) / grade;
    if (wanted > 0) loss -= share * wanted * Math.log(given);
    for (const [at, value] of row.entries()) {
      gradient[at] = (gradient[at] ?? 0) + share * (given - wanted) * scaled(value, at);
    }
  }
  return loss;

  function scaled(value: number, at: number): number {
    return value / (deviations[at] ?? 1);
  }
}

/** Standard deviations by feature; 1 for one that never changes. */
function standardDeviations(examples: readonly Example[], width: number): readonly number[] {
  const rows = examples.flatMap((example) => example.rows);
  return Array.from({ length: width }, (_, at) => {
    const values = rows.map((row) => row[at] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return Math.sqrt(variance) || 1;
  });
}
