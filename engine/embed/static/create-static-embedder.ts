import type { Embedder } from "../embedder";
import { createTokenizer } from "./create-tokenizer";
import type { StaticModel } from "./static-model";

/** The model was trained on the first 200 tokens of a query and the first 400 of a passage. */
const QUERY_TOKENS = 200;
const PASSAGE_TOKENS = 400;

/**
 * An embedder that needs no inference: the normalised sum of the token vectors. It computes on the calling
 * thread and looks at `signal` between texts, so an abort from outside is seen between batches.
 */
export function createStaticEmbedder(model: StaticModel): Embedder {
  const tokenizer = createTokenizer(model.vocabulary);
  const tokens = new Uint32Array(PASSAGE_TOKENS);
  const queryTokens = tokens.subarray(0, QUERY_TOKENS);

  function embed(text: string, into: Uint32Array): Float32Array {
    const count = tokenizer.encode(text, into);
    const sum = new Float32Array(model.dimensions);
    for (const token of into.subarray(0, count)) addRow(sum, token, model);
    return normalise(sum);
  }

  return {
    id: model.id,
    dimensions: model.dimensions,
    countTokens: tokenizer.count,
    embedPassages: async (texts, signal) =>
      texts.map((text) => {
        signal?.throwIfAborted();
        return embed(text, tokens);
      }),
    embedQuery: async (text, signal) => {
      signal?.throwIfAborted();
      return embed(text, queryTokens);
    },
  };
}

function addRow(sum: Float32Array, token: number, { dimensions, scale, table }: StaticModel): void {
  const factor = scale[token] ?? 0;
  const offset = token * dimensions;
  for (let dimension = 0; dimension < dimensions; dimension++) {
    sum[dimension] = (sum[dimension] ?? 0) + factor * (table[offset + dimension] ?? 0);
  }
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}
