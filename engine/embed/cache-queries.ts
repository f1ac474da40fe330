import type { Embedder } from "./embedder";

/** Enough for a few conversations at once. */
const CAPACITY = 16;

/**
 * Caches the vectors of the last questions. Scanning, scoring statements, ranking live findings and looking up a cached
 * answer all need the vector of the one question. The vectors must not be modified.
 */
export function cacheQueries(embedder: Embedder): Embedder {
  const cache = new Map<string, Float32Array>();

  async function embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array> {
    signal?.throwIfAborted();
    const vector = cache.get(text) ?? (await embedder.embedQuery(text, signal));
    // Inserted again, so that the least recently used one is first.
    cache.delete(text);
    cache.set(text, vector);
    for (const oldest of [...cache.keys()].slice(0, -CAPACITY)) cache.delete(oldest);
    return vector;
  }

  return { ...embedder, embedQuery };
}
