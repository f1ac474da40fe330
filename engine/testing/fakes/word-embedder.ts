import type { Embedder } from "../../embed/embedder";
import { alphanumericRuns } from "../../util/words";

const DIMENSIONS = 64;

/** An embedder for tests: texts with common words have similar vectors. */
export const wordEmbedder: Embedder = {
  id: "words",
  dimensions: DIMENSIONS,
  countTokens: (text) => alphanumericRuns(text.toLowerCase()).length,
  knownShare: (text) => (alphanumericRuns(text).length === 0 ? 0 : 1),
  embedPassages: async (texts) => texts.map(embed),
  embedQuery: async (text) => embed(text),
};

function embed(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const word of alphanumericRuns(text.toLowerCase())) {
    const bucket = bucketOf(word);
    vector[bucket] = (vector[bucket] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}

function bucketOf(word: string): number {
  let hash = 0;
  for (const character of word) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % DIMENSIONS;
}
