import type { Embedder } from "./embedder";

/** Questions of a few conversations at once. */
const CAPACITY = 16;

/**
 * The same embedder with a memory of the last questions: scanning, judging statements, ranking what live search found
 * and looking for an earlier answer all need the vector of the one question. Nobody may write into it.
 */
export function rememberQueries(embedder: Embedder): Embedder {
  const known = new Map<string, Float32Array>();

  async function embedQuery(text: string, signal?: AbortSignal): Promise<Float32Array> {
    signal?.throwIfAborted();
    const vector = known.get(text) ?? (await embedder.embedQuery(text, signal));
    // Put in anew, so that what was asked longest ago comes first.
    known.delete(text);
    known.set(text, vector);
    for (const oldest of [...known.keys()].slice(0, -CAPACITY)) known.delete(oldest);
    return vector;
  }

  return { ...embedder, embedQuery };
}
