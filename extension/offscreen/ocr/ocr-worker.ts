import * as Comlink from "comlink";
import { createOCREngine, type OCREngine } from "tesseract-wasm";
import type { ImageReadResult } from "../../../engine/ports/image-reader";
import { drawImage } from "./draw-image";
import { parseHocr } from "./parse-hocr";

/** The interface of the worker that reads pictures. One picture at a time. */
export interface OcrWorkerApi {
  /** Reports shares while it reads, 0 to 1. It cannot be stopped: to end it, terminate the worker. */
  read(bytes: Uint8Array<ArrayBuffer>, onProgress: (share: number) => void): Promise<ImageReadResult>;
}

const opening = openEngine();
// A failure is reported with the first picture.
opening.catch(() => {});

Comlink.expose({ read } satisfies OcrWorkerApi);

async function read(
  bytes: Uint8Array<ArrayBuffer>,
  onProgress: (share: number) => void,
): Promise<ImageReadResult> {
  const drawn = await drawImage(bytes);
  if ("failure" in drawn) return { type: "failed", failure: drawn.failure };
  const engine = await opening;
  engine.loadImage(drawn.pixels);
  const hocr = engine.getHOCR((percent) => onProgress(percent / 100));
  engine.clearImage();
  return { type: "read", text: parseHocr(hocr) };
}

async function openEngine(): Promise<OCREngine> {
  const [wasmBinary, model] = await Promise.all([readPackaged("ocr/tesseract.wasm"), readModel()]);
  const engine = await createOCREngine({ wasmBinary });
  engine.loadModel(model);
  return engine;
}

async function readModel(): Promise<ArrayBuffer> {
  const packed = new Response(await readPackaged("ocr/eng.traineddata.gz"));
  if (!packed.body) throw new Error("Cannot read the packaged language data: reinstall Atlas");
  return new Response(packed.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}

/** A file of the package, by its place relative to this worker. */
async function readPackaged(path: string): Promise<ArrayBuffer> {
  return (await fetch(new URL(path, import.meta.url))).arrayBuffer();
}
