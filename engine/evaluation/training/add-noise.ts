import { createRandom } from "../../bench/data/random";
import type { Embedder } from "../../embed/embedder";

/**
 * An embedder whose questions are blurred: `spread` is the length of the noise added to their vectors. The bundled
 * model was trained on pairs like those of the training sets and finds their passages better than those of
 * anything else; blurred, its share in the ranking is what it is on unseen text. The same text, the same noise.
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
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return state >>> 0;
}
