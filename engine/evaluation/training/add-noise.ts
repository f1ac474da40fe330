import { createRandom } from "../../bench/data/random";
import type { Embedder } from "../../embed/embedder";

/**
 * An embedder that adds noise of length `spread` to the vectors of questions, always the same for the same text. The
 * bundled model was trained on pairs like those of the training sets and finds their passages better than those of other
 * texts; with noise its share in the ranking is the same as on unseen text.
 */
export function addNoise(embedder: Embedder, spread: number): Embedder {
  return {
    ...embedder,
    embedQuery: async (text, signal) => {
      const vector = await embedder.embedQuery(text, signal);
      const random = createRandom(hash(text));
      const scale = spread / Math.sqrt(vector.length);
      return vector.map((value) => value + scale * random.normal());
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let position = 0; position < text.length; position++) {
    state = Math.imul(state ^ text.charCodeAt(position), 0x01000193);
  }
  return state >>> 0;
}
