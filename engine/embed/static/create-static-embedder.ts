import type { Embedder } from "../embedder";
import { createTokenMatcher } from "./create-token-matcher";
import { createTokenizer } from "./create-tokenizer";
import type { StaticModel } from "./static-model";

/** The model was trained on the first 200 tokens of a query and the first 400 of a passage. */
const MAX_QUERY_TOKENS = 200;
const MAX_PASSAGE_TOKENS = 400;

/**
 * An embedder without inference: the normalised sum of the token vectors. It computes on the calling thread and checks
 * `signal` between texts, so an outside abort takes effect between batches.
 */
export function createStaticEmbedder(model: StaticModel): Embedder {
  const tokenizer = createTokenizer(model.vocabulary);
  const tokens = new Uint32Array(MAX_PASSAGE_TOKENS);
  const queryTokens = tokens.subarray(0, MAX_QUERY_TOKENS);

  function embed(text: string, into: Uint32Array): Float32Array {
    return poolTokens(into.subarray(0, tokenizer.encode(text, into)), model);
  }

  return {
    id: model.id,
    dimensions: model.dimensions,
    countTokens: tokenizer.count,
    knownShare: tokenizer.knownShare,
    embedPassages: async (texts, signal) =>
      texts.map((text) => {
        signal?.throwIfAborted();
        return embed(text, tokens);
      }),
    embedQuery: async (text, signal) => {
      signal?.throwIfAborted();
      return embed(text, queryTokens);
    },
    matchTokens: async (question, texts, signal) => {
      const questionTokens = queryTokens.slice(0, tokenizer.encode(question, queryTokens));
      const matcher = createTokenMatcher(questionTokens, model);
      const nearest = texts.map((text) => {
        signal?.throwIfAborted();
        return matcher.nearest(tokens.subarray(0, tokenizer.encode(text, tokens)));
      });
      return { weights: matcher.weights, nearest };
    },
  };
}

/** Normalised. A hot loop: runs over every token of every indexed text. */
function poolTokens(tokens: Uint32Array, { dimensions, scale, table }: StaticModel): Float32Array {
  const sum = new Float32Array(dimensions);
  for (const token of tokens) {
    const factor = scale[token] ?? 0;
    const offset = token * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      sum[dimension] = (sum[dimension] as number) + factor * (table[offset + dimension] as number);
    }
  }
  return normalise(sum);
}

function normalise(vector: Float32Array): Float32Array {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return length === 0 ? vector : vector.map((value) => value / length);
}
