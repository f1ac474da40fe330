import type { AnswerabilityExample } from "./collect-set-examples";

export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 3_000;
const LEARNING_RATE = 0.05;
const DECAY = { mean: 0.9, square: 0.99 };
/** Per standard deviation of a feature. */
const WEIGHT_DECAY = 0.0005;

/**
 * Fits a logistic regression by Adam, with the same total for every set, and in each the same for what answers and what
 * does not. `signs` holds weights to their meaning: 1 not below 0, -1 not above.
 */
export function fitLogistic(
  sets: readonly (readonly AnswerabilityExample[])[],
  signs: readonly number[],
): LogisticModel {
  const rows = sets.flatMap((set) => toRows(set, sets.length));
  const scale = standardise(
    rows.map(({ features }) => features),
    signs.length,
  );
  const scaled = rows.map((row) => ({
    ...row,
    features: row.features.map((value, at) => (value - (scale.means[at] ?? 0)) / (scale.deviations[at] ?? 1)),
  }));
  const parameters = descend(scaled, signs);
  const weights = signs.map((_, at) => (parameters[at] ?? 0) / (scale.deviations[at] ?? 1));
  const shift = weights.reduce((sum, weight, at) => sum + weight * (scale.means[at] ?? 0), 0);
  return { bias: (parameters[signs.length] ?? 0) - shift, weights };
}

interface WeightedRow {
  readonly features: readonly number[];
  readonly target: number;
  readonly share: number;
}

function toRows(set: readonly AnswerabilityExample[], sets: number): readonly WeightedRow[] {
  const positives = set.filter(({ answers }) => answers).length;
  const negatives = set.length - positives;
  return set.map(({ features, answers }) => ({
    features,
    target: answers ? 1 : 0,
    share: 0.5 / Math.max(1, answers ? positives : negatives) / sets,
  }));
}

/** Parameters of standardised features, the bias last. */
function descend(rows: readonly WeightedRow[], signs: readonly number[]): Float64Array {
  const parameters = new Float64Array(signs.length + 1);
  const means = new Float64Array(parameters.length);
  const squares = new Float64Array(parameters.length);
  for (let step = 1; step <= STEPS; step++) {
    for (const [at, partial] of gradientOf(rows, parameters).entries()) {
      means[at] = DECAY.mean * (means[at] ?? 0) + (1 - DECAY.mean) * partial;
      squares[at] = DECAY.square * (squares[at] ?? 0) + (1 - DECAY.square) * partial * partial;
      const mean = (means[at] ?? 0) / (1 - DECAY.mean ** step);
      const square = (squares[at] ?? 0) / (1 - DECAY.square ** step);
      const value = (parameters[at] ?? 0) - (LEARNING_RATE * mean) / (Math.sqrt(square) + 1e-9);
      parameters[at] = withSign(value, signs[at] ?? 0);
    }
  }
  return parameters;
}

function gradientOf(rows: readonly WeightedRow[], parameters: Float64Array): Float64Array {
  const bias = parameters.length - 1;
  const gradient = parameters.map((value, at) => (at === bias ? 0 : WEIGHT_DECAY * value));
  for (const { features, target, share } of rows) {
    const logit = features.reduce(
      (sum, value, at) => sum + value * (parameters[at] ?? 0),
      parameters[bias] ?? 0,
    );
    const error = share * (1 / (1 + Math.exp(-logit)) - target);
    for (const [at, value] of features.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
    gradient[bias] = (gradient[bias] ?? 0) + error;
  }
  return gradient;
}

function withSign(value: number, sign: number): number {
  if (sign > 0) return Math.max(0, value);
  return sign < 0 ? Math.min(0, value) : value;
}

/** Probability by a model, 0..1. */
export function predict({ bias, weights }: LogisticModel, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-features.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), bias)));
}

function standardise(rows: readonly (readonly number[])[], width: number) {
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at] ?? 0));
  const means = columns.map(
    (column) => column.reduce((sum, value) => sum + value, 0) / Math.max(1, column.length),
  );
  const deviations = columns.map((column, at) => {
    const variance =
      column.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0) / Math.max(1, column.length);
    return Math.sqrt(variance) || 1;
  });
  return { means, deviations };
}
