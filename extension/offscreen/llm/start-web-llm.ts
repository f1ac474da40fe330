import * as Comlink from "comlink";
import type { PackagedModel } from "../../../engine/ports/web-llm";
import { findGpu } from "../../platform/graphics";
import { downloadedModels, forgetModel, markDownloaded } from "../../platform/model-cache";
import { extensionUrl } from "../../platform/runtime";
import { type RemoteWebLlm, type StartedWorker, serveWebLlm } from "./web-llm-bridge";
import type { WebLlmWorkerApi } from "./web-llm-worker";

/** WebLLM on this page: facts at once, the worker when it is needed. */
export function startWebLlm(): RemoteWebLlm {
  return serveWebLlm({
    startWorker,
    models: readModels,
    gpu: findGpu,
    freeBytes: async () => {
      const { quota = 0, usage = 0 } = await navigator.storage.estimate();
      return quota - usage;
    },
    downloaded: downloadedModels,
    markDownloaded,
    remove: forgetModel,
    callback: Comlink.proxy,
    stream: (stream) => Comlink.transfer(stream, [stream]),
  });
}

function startWorker(): StartedWorker {
  const worker = new Worker(extensionUrl("engine/web-llm.js"), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("The worker of the language model has stopped")));
  });
  return { api: Comlink.wrap<WebLlmWorkerApi>(worker), broken, terminate: () => worker.terminate() };
}

/** Written when Atlas was packaged. */
async function readModels(): Promise<readonly PackagedModel[]> {
  return (await fetch(extensionUrl("engine/web-llm-models.json"))).json();
}
