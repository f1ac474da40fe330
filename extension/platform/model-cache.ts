import { clear, createStore, del, keys, set } from "idb-keyval";

// A database of its own: idb-keyval keeps one object store a database.
const marks = createStore("atlas-models", "downloaded");
/** Under these names WebLLM keeps weights and configurations. */
const CACHE_PREFIX = "webllm/";

/** Ids of the models that were fetched to their end. */
export async function downloadedModels(): Promise<readonly string[]> {
  return (await keys(marks)).map(String);
}

export async function markDownloaded(modelId: string, isThere: boolean): Promise<void> {
  if (isThere) await set(modelId, true, marks);
  else await del(modelId, marks);
}

/** Removes everything that was fetched for models. */
export async function forgetAllModels(): Promise<void> {
  await clear(marks);
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(CACHE_PREFIX)).map((name) => caches.delete(name)));
}
