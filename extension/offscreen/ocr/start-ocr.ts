import * as Comlink from "comlink";
import type { ImageReader } from "../../../engine/ports/image-reader";
import { createImageReader, type StartedOcrWorker } from "./create-image-reader";
import type { OcrWorkerApi } from "./ocr-worker";

/** The reader of pictures; its worker starts when it is needed, beside the script that calls this. */
export function startOcr(): ImageReader {
  return createImageReader({ startWorker, callback: Comlink.proxy });
}

function startWorker(): StartedOcrWorker {
  const worker = new Worker(new URL("ocr.js", import.meta.url), { type: "module" });
  const crashed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", () => reject(new Error("The worker that reads pictures has stopped")));
  });
  return { api: Comlink.wrap<OcrWorkerApi>(worker), crashed, terminate: () => worker.terminate() };
}
