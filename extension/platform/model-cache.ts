import { clear, createStore, del, keys, set } from "idb-keyval";
import type { ModelFiles } from "../../engine/ports/transformers-js";

// A separate database, because idb-keyval has one object store per database.
const downloadedStore = createStore("atlas-models", "downloaded");
/** Names of the caches in which WebLLM keeps weights and configurations of all models. */
const WEB_LLM_PREFIX = "webllm/";
/** Transformers.js has a cache per model. */
const ONNX_PREFIX = "onnx/";

/** Ids of the models whose download is complete. */
export async function downloadedModels(): Promise<readonly string[]> {
  return (await keys(downloadedStore)).map(String);
}

export async function markDownloaded(modelId: string): Promise<void> {
  await set(modelId, true, downloadedStore);
}

/** Deletes the files of a model, also after a partial download. */
export async function deleteModel(modelId: string): Promise<void> {
  await del(modelId, downloadedStore);
  await caches.delete(ONNX_PREFIX + modelId);
  for (const name of await cachesNamed(WEB_LLM_PREFIX)) {
    const cache = await caches.open(name);
    const requests = await cache.keys();
    // URLs contain the name of the model: https://huggingface.co/mlc-ai/<model>/resolve/main/...
    const own = requests.filter(({ url }) => new URL(url).pathname.split("/").includes(modelId));
    await Promise.all(own.map((request) => cache.delete(request)));
  }
}

/** Deletes the files of all models. */
export async function deleteAllModels(): Promise<void> {
  await clear(downloadedStore);
  for (const prefix of [WEB_LLM_PREFIX, ONNX_PREFIX]) {
    for (const name of await cachesNamed(prefix)) await caches.delete(name);
  }
}

/** The cache of one Transformers.js model. */
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
