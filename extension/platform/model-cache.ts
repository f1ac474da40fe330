import { clear, createStore, del, keys, set } from "idb-keyval";
import type { ModelFiles } from "../../engine/ports/transformers-js";

// A database of its own: idb-keyval keeps one object store a database.
const downloadedStore = createStore("atlas-models", "downloaded");
/** Under these names WebLLM keeps weights and configurations of all its models. */
const WEB_LLM_PREFIX = "webllm/";
/** Each model of Transformers.js has a cache of its own. */
const ONNX_PREFIX = "onnx/";

/** Ids of the models that were fetched to their end. */
export async function downloadedModels(): Promise<readonly string[]> {
  return (await keys(downloadedStore)).map(String);
}

export async function markDownloaded(modelId: string): Promise<void> {
  await set(modelId, true, downloadedStore);
}

/** Removes what was fetched of a model, also of one that was never fetched to its end. */
export async function deleteModel(modelId: string): Promise<void> {
  await del(modelId, downloadedStore);
  await caches.delete(ONNX_PREFIX + modelId);
  for (const name of await cachesNamed(WEB_LLM_PREFIX)) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    // Models lie under their names: https://huggingface.co/mlc-ai/<model>/resolve/main/...
    const own = requests.filter(({ url }) => new URL(url).pathname.split("/").includes(modelId));
    await Promise.all(own.map((request) => cache.delete(request)));
  }
}

/** Removes everything that was fetched for models. */
export async function deleteAllModels(): Promise<void> {
  await clear(downloadedStore);
  for (const prefix of [WEB_LLM_PREFIX, ONNX_PREFIX]) {
    for (const name of await cachesNamed(prefix)) await caches.delete(name);
  }
}

/** The files of one model of Transformers.js. */
export function openModelFiles(modelId: string): ModelFiles {
  const cache = () => caches.open(ONNX_PREFIX + modelId);
  return {
    read: async (url) => (await cache()).match(url),
    write: async (url, body) => (await cache()).put(url, body),
  };
}

async function cachesNamed(prefix: string): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}
