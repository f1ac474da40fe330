import type { StaticModel } from "./static-model";

/** Tokens of a question that are compared; of a longer one, those with the longest vectors. */
const MAX_QUESTION_TOKENS = 24;
/** Dimensions of a vector that are compared: the model is trained so that its first dimensions work on their own. */
const COMPARED_DIMENSIONS = 64;

/** A question whose tokens are compared with those of texts. */
export interface TokenMatcher {
  /** For each token of the question, 1 in sum. */
  readonly weights: Float32Array;
  /** For each token of the question, the highest cosine with one of `tokens`, at least 0. */
  nearest(tokens: Uint32Array): Float32Array;
}

/** The first dimensions of token vectors, one after the other, each normalised. */
interface UnitVectors {
  readonly width: number;
  readonly values: Float32Array;
}

/**
 * MaxSim of late interaction (Khattab and Zaharia, "ColBERT", 2020) over static vectors. Most tokens of a text occur in
 * the others too, so each is compared once.
 */
export function createTokenMatcher(question: Uint32Array, model: StaticModel): TokenMatcher {
  const questionTokens = selectHeaviest([...new Set(question)], model);
  const questionVectors = toUnitVectors(questionTokens, model);
  const weights = Float32Array.from(questionTokens, (token) => weightOf(token, model));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const cache = new Map<number, Float32Array>();

  function cosinesOf(token: number): Float32Array {
    const found = cache.get(token);
    if (found) return found;
    const cosines = cosinesWith(toUnitVectors([token], model).values, questionVectors, questionTokens.length);
    cache.set(token, cosines);
    return cosines;
  }

  return {
    weights: weights.map((weight) => (total === 0 ? 0 : weight / total)),
    nearest(tokens) {
      const best = new Float32Array(questionTokens.length);
      for (const token of tokens) {
        const cosines = cosinesOf(token);
        for (let at = 0; at < best.length; at++) {
          if ((cosines[at] as number) > (best[at] as number)) best[at] = cosines[at] as number;
        }
      }
      return best;
    },
  };
}

function selectHeaviest(tokens: readonly number[], model: StaticModel): readonly number[] {
  return [...tokens]
    .sort((a, b) => weightOf(b, model) - weightOf(a, model) || a - b)
    .slice(0, MAX_QUESTION_TOKENS);
}

/** The length of a token's vector is its weight. */
function weightOf(token: number, { dimensions, scale, table }: StaticModel): number {
  return (scale[token] ?? 0) * lengthOf(table.subarray(token * dimensions, (token + 1) * dimensions));
}

function toUnitVectors(tokens: readonly number[], { dimensions, table }: StaticModel): UnitVectors {
  const width = Math.min(COMPARED_DIMENSIONS, dimensions);
  const values = new Float32Array(tokens.length * width);
  for (const [at, token] of tokens.entries()) {
    const row = table.subarray(token * dimensions, token * dimensions + width);
    const length = lengthOf(row);
    if (length === 0) continue;
    for (let dimension = 0; dimension < width; dimension++) {
      values[at * width + dimension] = (row[dimension] as number) / length;
    }
  }
  return { width, values };
}

function lengthOf(row: Int8Array): number {
  let squares = 0;
  for (let at = 0; at < row.length; at++) squares += (row[at] as number) ** 2;
  return Math.sqrt(squares);
}

/** The cosines of a direction with each of `count` others. */
function cosinesWith(direction: Float32Array, { width, values }: UnitVectors, count: number): Float32Array {
  const cosines = new Float32Array(count);
  for (let other = 0; other < count; other++) {
    let sum = 0;
    const offset = other * width;
    for (let at = 0; at < width; at++) sum += (direction[at] as number) * (values[offset + at] as number);
    cosines[other] = sum;
  }
  return cosines;
}
