import type { Embedder } from "./embedder";

/** Questions of a few conversations at once. */
const CAPACITY = 16;

/**
 * The same embedder with a memory of the last questions: scanning, judging statements, ranking what live search found
 * and looking for an earlier answer all need the vector of the one question. Nobody may write into it.
 */
export function cacheQueries(embedder: Embedder): Embedder {
  const cache = new Map<string, Float32Array>();

  async function embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array> {
    signal?.throwIfAborted();
    const vector = cache.get(text) ?? (await embedder.embedQuery(text, signal));
    // Put in anew, so that what was asked longest ago comes first.
    cache.delete(text);
    cache.set(text, vector);
    for (const oldest of [...cache.keys()].slice(0, -CAPACITY)) cache.delete(oldest);
    return vector;
  }

  return { ...embedder, embedQuery };
}
