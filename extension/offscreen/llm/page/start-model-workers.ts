import * as Comlink from "comlink";
import { ONNX_CATALOG } from "../../../../engine/llm/transformers-js/onnx-catalog";
import type { PackagedModel } from "../../../../engine/ports/web-llm";
import { findGpu } from "../../../platform/find-gpu";
import { deleteModel, downloadedModels, markDownloaded } from "../../../platform/model-cache";
import { extensionUrl } from "../../../platform/runtime";
import { type ServedModelWorker, serveModelWorker } from "../bridge/model-worker-bridge";
import type { PageModelApi } from "../bridge/page-model-api";
import type { ModelWorkerApi, StartedWorker } from "./lazy-worker";

/** The models that run in workers of this page: their facts at once, their workers on first use. */
export function startModelWorkers(): Pick<PageModelApi, "webLlm" | "transformersJs"> {
  const webLlm: ServedModelWorker<PackagedModel> = serve("engine/web-llm.js", {
    models: readPackaged,
    // Most computers cannot hold two large models in memory.
    onWork: () => transformersJs.stopIfIdle(),
  });
  const transformersJs = serve("engine/transformers-js.js", {
    models: async () => ONNX_CATALOG,
    onWork: () => webLlm.stopIfIdle(),
  });
  return { webLlm: webLlm.remote, transformersJs: transformersJs.remote };
}

function serve<Model>(
  script: string,
  own: { readonly models: () => Promise<readonly Model[]>; readonly onWork: () => void },
): ServedModelWorker<Model> {
  return serveModelWorker({
    ...own,
    startWorker: () => startWorker(script),
    gpu: findGpu,
    freeBytes: async () => {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      return quota - usage;
    },
    downloaded: downloadedModels,
    markDownloaded,
    remove: deleteModel,
    callback: Comlink.proxy,
    stream: (stream) => Comlink.transfer(stream, [stream]),
  });
}

function startWorker(script: string): StartedWorker {
  const worker = new Worker(extensionUrl(script), { type: "module" });
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("The worker of the language model has stopped")));
  });
  return { api: Comlink.wrap<ModelWorkerApi>(worker), crashed, terminate: () => worker.terminate() };
}

/** Written when Atlas was packaged. */
async function readPackaged(): Promise<readonly PackagedModel[]> {
  return (await fetch(extensionUrl("engine/web-llm-models.json"))).json();
}
