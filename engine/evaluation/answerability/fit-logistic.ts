import type { AnswerabilityExample } from "./collect-examples";

export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 3_000;
const LEARNING_RATE = 0.05;
const DECAY = { mean: 0.9, square: 0.99 };
/** Per standard deviation of a feature. */
const WEIGHT_DECAY = 0.003;

/**
 * Fits a logistic regression by Adam, with the same total for every set, and in each the same for what answers and what
 * does not. `signs` holds weights to their meaning: 1 not below 0, -1 not above.
 */
export function fitLogistic(
  sets: readonly (readonly AnswerabilityExample[])[],
  signs: readonly number[],
): LogisticModel {
  const rows = sets.flatMap((set) => {
    const positives = set.filter(({ answers }) => answers).length;
    const negatives = set.length - positives;
    return set.map(({ features, answers }) => ({
      features,
      target: answers ? 1 : 0,
      share: 0.5 / Math.max(1, answers ? positives : negatives) / sets.length,
    }));
  });
  const width = signs.length;
  const { means, deviations } = standardise(rows.map(({ features }) => features), width);
  const scaled = rows.map((row) => ({
    ...row,
    features: row.features.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1)),
  }));
  const parameters = new Float64Array(width + 1);
  const first = new Float64Array(width + 1);
  const second = new Float64Array(width + 1);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = parameters.map((value, at) => (at === width ? 0 : WEIGHT_DECAY * value));
    for (const { features, target, share } of scaled) {
      const logit = features.reduce((sum, value, at) => sum + value * (parameters[at] ?? 0), parameters[width] ?? 0);
      const error = share * (1 / (1 + Math.exp(-logit)) - target);
      for (const [at, value] of features.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
      gradient[width] = (gradient[width] ?? 0) + error;
    }
    for (let at = 0; at <= width; at++) {
      const partial = gradient[at] ?? 0;
      first[at] = DECAY.mean * (first[at] ?? 0) + (1 - DECAY.mean) * partial;
      second[at] = DECAY.square * (second[at] ?? 0) + (1 - DECAY.square) * partial * partial;
      const mean = (first[at] ?? 0) / (1 - DECAY.mean ** step);
      const square = (second[at] ?? 0) / (1 - DECAY.square ** step);
      const value = (parameters[at] ?? 0) - (LEARNING_RATE * mean) / (Math.sqrt(square) + 1e-9);
      const sign = signs[at] ?? 0;
      parameters[at] = sign > 0 ? Math.max(0, value) : sign < 0 ? Math.min(0, value) : value;
    }
  }
  const weights = Array.from({ length: width }, (_, at) => (parameters[at] ?? 0) / (deviations[at] ?? 1));
  const bias = weights.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), parameters[width] ?? 0);
  return { bias, weights };
}

/** Probability by a model, 0..1. */
export function predict({ bias, weights }: LogisticModel, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}

function standardise(rows: readonly (readonly number[])[], width: number) {
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length));
  const deviations = columns.map((column, at) => {
    const variance = column.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0) / Math.max(1, column.length);
    return Math.sqrt(variance) || 1;
  });
  return { means, deviations };
}
