import { FEATURE_NAMES } from "./measure-features";

/** What `npm run train:reranker` writes. */
export interface RerankWeights {
  /** Id of the embedder whose vectors the weights were chosen for. */
  readonly embedder: string;
  /** By feature, none below 0, 1 in sum. */
  readonly weights: readonly number[];
}

const REMEDY = "; write it again with npm run train:reranker";
const ROUNDING = 0.001;

/** Checks the parsed content of `weights.json`. Throws RangeError when it is not for these features. */
export function parseWeights(content: unknown): RerankWeights {
  if (!isRecord(content) || typeof content.embedder !== "string" || !isRecord(content.weights)) {
    throw new RangeError(`Cannot read the reranker's weights: embedder or weights are missing${REMEDY}`);
  }
  const { embedder, weights: byName } = content;
  const unknown = Object.keys(byName).find((name) => !FEATURE_NAMES.includes(name));
  if (unknown !== undefined) {
    throw new RangeError(`Cannot read the reranker's weights: "${unknown}" is no feature${REMEDY}`);
  }
  const weights = FEATURE_NAMES.map((name) => {
    const weight = byName[name];
    if (typeof weight === "number" && weight >= 0 && weight <= 1) return weight;
    throw new RangeError(`Cannot read the reranker's weights: "${name}" has no weight of 0 to 1${REMEDY}`);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > ROUNDING) {
    throw new RangeError(`Cannot read the reranker's weights: their sum is ${sum}, not 1${REMEDY}`);
  }
  return { embedder, weights };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
