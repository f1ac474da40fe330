import type { Gpu, ModelFailure, ModelPart, ModelWorker } from "../../ports/model-worker";
import type { OnnxModel, TransformersJs } from "../../ports/transformers-js";
import type { PackagedModel, WebLlm } from "../../ports/web-llm";
import { countedStream } from "./counted-stream";
import { countWords, type ModelScript, textOf } from "./model-script";

/** Models behind the port of a worker. */
export interface FakeModelWorker<Model> extends ModelWorker<Model> {
  setScript(script: ModelScript): void;
  activeRequests(): number;
  setGpu(gpu: Gpu): void;
  setFreeBytes(bytes: number): void;
  /** The results of the next downloads, in turn; success where absent. */
  failDownloads(...failures: readonly (ModelFailure | undefined)[]): void;
  /** The calls so far: "download a", "remove a". */
  readonly asked: readonly string[];
}

/** WebLLM's port, with a model for each kind of adapter. */
export function createFakeWebLlm(
  change: Partial<PackagedModel> = {},
): FakeModelWorker<PackagedModel> & WebLlm {
  return createFakeModelWorker(
    [true, false].map((needsHalfFloats) => ({
      id: `Small-1B-Instruct-q4${needsHalfFloats ? "f16" : "f32"}_1-MLC`,
      memoryBytes: 1_000_000_000,
      contextTokens: 4_096,
      needsHalfFloats,
      hasLibrary: true,
      ...change,
    })),
  );
}

/** Transformers.js's port, with one model in every precision. */
export function createFakeTransformersJs(): FakeModelWorker<OnnxModel> & TransformersJs {
  const precisions = ["q8", "q4", "q4f16"] as const;
  return createFakeModelWorker(
    precisions.map((precision) => ({
      id: `Tiny-${precision}`,
      name: "Tiny",
      repository: "pond/Tiny",
      revision: "abc",
      precision,
      files: [{ path: `onnx/model_${precision}.onnx`, bytes: 600_000_000 }],
      memoryBytes: 1_000_000_000,
      contextTokens: 4_096,
    })),
  );
}

function createFakeModelWorker<Model extends { readonly id: string; readonly contextTokens: number }>(
  models: readonly Model[],
): FakeModelWorker<Model> {
  const downloaded = new Set<string>();
  const asked: string[] = [];
  const failures: (ModelFailure | undefined)[] = [];
  let gpu: Gpu = { kind: "adapter", halfFloats: true };
  let freeBytes = 10_000_000_000;
  let script: ModelScript = {};
  let working = 0;

  return {
    asked,
    activeRequests: () => working,
    setScript: (next) => {
      script = next;
    },
    setGpu: (next) => {
      gpu = next;
    },
    setFreeBytes: (bytes) => {
      freeBytes = bytes;
    },
    failDownloads: (...next) => void failures.push(...next),
    models: async () => models,
    gpu: async () => gpu,
    freeBytes: async () => freeBytes,
    downloaded: async () => new Set(downloaded),
    download: async (modelId, onProgress, signal) => {
      asked.push(`download ${modelId}`);
      onProgress(0.5);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return "network";
      const failure = failures.shift();
      if (failure === undefined) downloaded.add(modelId);
      return failure;
    },
    remove: async (modelId) => {
      asked.push(`remove ${modelId}`);
      downloaded.delete(modelId);
    },
    chat: ({ modelId, messages }, signal) => {
      const inputTokens = messages.reduce((sum, { content }) => sum + countWords(content), 0);
      const limit = models.find(({ id }) => id === modelId)?.contextTokens ?? 0;
      const parts = inputTokens > limit ? overflow() : generate(script, inputTokens, signal);
      return countedStream(parts, (by) => {
        working += by;
      });
    },
  };
}

async function* overflow(): AsyncGenerator<ModelPart> {
  yield { type: "failed", failure: "overflow" };
}

async function* generate(
  script: ModelScript,
  inputTokens: number,
  signal: AbortSignal,
): AsyncGenerator<ModelPart> {
  const over = new AbortController();
  const gone = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { signal: over.signal });
  });
  gone.catch(() => {});
  try {
    yield* speakUntil(gone, script, inputTokens);
  } finally {
    over.abort();
  }
}

async function* speakUntil(
  gone: Promise<never>,
  script: ModelScript,
  inputTokens: number,
): AsyncGenerator<ModelPart> {
  if (script.refuse) return yield { type: "failed", failure: "other" };
  for (const step of script.steps ?? []) {
    if ("until" in step) await Promise.race([step.until, gone]);
    else if ("text" in step) yield { type: "text", delta: step.text };
    else if ("fail" in step && step.fail === "reported") return yield { type: "failed", failure: "other" };
    else throw new Error("The worker is gone");
    await Promise.race([new Promise((resolve) => setImmediate(resolve)), gone]);
  }
  const outputTokens = countWords(textOf(script));
  yield { type: "finish", reason: script.finish ?? "stop", inputTokens, outputTokens };
}
