import { clear, createStore, del, keys, set } from "idb-keyval";

// A database of its own: idb-keyval keeps one object store a database.
const marks = createStore("atlas-models", "downloaded");
/** Under these names WebLLM keeps weights and configurations. */
const CACHE_PREFIX = "webllm/";

/** Ids of the models that were fetched to their end. */
export async function downloadedModels(): Promise<readonly string[]> {
  return (await keys(marks)).map(String);
}

export async function markDownloaded(modelId: string): Promise<void> {
  await set(modelId, true, marks);
}

/** Removes what was fetched of a model, also of one that was never fetched to its end. */
export async function forgetModel(modelId: string): Promise<void> {
  await del(modelId, marks);
  for (const name of await modelCaches()) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    // Models lie under their names: https://huggingface.co/mlc-ai/<model>/resolve/main/...
    const own = requests.filter(({ url }) => new URL(url).pathname.split("/").includes(modelId));
    await Promise.all(own.map((request) => cache.delete(request)));
  }
}

/** Removes everything that was fetched for models. */
export async function forgetAllModels(): Promise<void> {
  await clear(marks);
  for (const name of await modelCaches()) await caches.delete(name);
}

async function modelCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(CACHE_PREFIX));
}
