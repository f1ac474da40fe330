import { env } from "@xenova/transformers";
import * as Comlink from "comlink";
import { fetchModelFiles } from "../../../engine/llm/transformers-js/fetch-model-files";
import { ONNX_CATALOG } from "../../../engine/llm/transformers-js/onnx-catalog";
import { type OnnxSession, openOnnxModel } from "../../../engine/llm/transformers-js/open-onnx-model";
import type { ModelChat, ModelPart } from "../../../engine/ports/model-worker";
import type { OnnxModel } from "../../../engine/ports/transformers-js";
import { findGpu } from "../../platform/find-gpu";
import { openModelFiles } from "../../platform/model-cache";
import { createYieldToOthers } from "../create-yield-to-others";
import type { ModelWorkerApi } from "./page/lazy-worker";
import { createResidentModel } from "./resident-model";
import { toOnnxFailure } from "./to-onnx-failure";

// Weights are fetched; all code is part of the package.
const { wasm } = env.backends.onnx;
if (wasm) wasm.wasmPaths = new URL("onnx-runtime/", import.meta.url).href;

const yieldToOthers = createYieldToOthers();
const resident = createResidentModel<OnnxSession>({ open, close: (session) => session.close() });

const api: ModelWorkerApi = {
  load: async (modelId, onProgress) => {
    const { signal } = new AbortController();
    try {
      const failure = await fetchModelFiles(find(modelId), {
        files: openModelFiles(modelId),
        fetch: (url, init) => fetch(url, init),
        onProgress,
        signal,
      });
      return failure ?? (await resident.use(modelId, async () => undefined));
    } catch (error) {
      return toOnnxFailure(error);
    }
  },
  chat: async (chat) => {
    const stream = streamAnswer(chat);
    return Comlink.transfer(stream, [stream]);
  },
};

Comlink.expose(api);

function find(modelId: string): OnnxModel {
  const model = ONNX_CATALOG.find(({ id }) => id === modelId);
  if (!model) throw new RangeError(`"${modelId}" is no model of this build`);
  return model;
}

/** On the hardware that supports its precision; in 32-bit floats the processor takes over what a graphics card lacks. */
async function open(modelId: string): Promise<OnnxSession> {
  const model = find(modelId);
  const options = { files: openModelFiles(modelId), pause: yieldToOthers };
  const onProcessor = model.precision === "q8" || (await findGpu()).kind !== "adapter";
  if (onProcessor) return openOnnxModel(model, { ...options, device: "wasm" });
  try {
    return await openOnnxModel(model, { ...options, device: "webgpu" });
  } catch (error) {
    if (model.precision === "q4f16") throw error;
    return openOnnxModel(model, { ...options, device: "wasm" });
  }
}

function streamAnswer({ modelId, ...chat }: ModelChat): ReadableStream<ModelPart> {
  const stop = new AbortController();
  return new ReadableStream<ModelPart>({
    start: (controller) => {
      const onText = (delta: string) => {
        if (!stop.signal.aborted) controller.enqueue({ type: "text", delta });
      };
      const answered = resident.use(modelId, (session) =>
        generate(session, chat, { onText, signal: stop.signal }),
      );
      void answered
        .catch((error): ModelPart => ({ type: "failed", failure: toOnnxFailure(error) }))
        .then((last) => {
          if (stop.signal.aborted) return;
          controller.enqueue(last);
          controller.close();
        });
    },
    cancel: () => stop.abort(),
  });
}

/** A prompt that is too long does not unload the model. */
async function generate(
  session: OnnxSession,
  ...[chat, on]: Parameters<OnnxSession["answer"]>
): Promise<ModelPart> {
  try {
    return await session.answer(chat, on);
  } catch (error) {
    const failure = toOnnxFailure(error);
    if (failure === "overflow") return { type: "failed", failure };
    throw error;
  }
}
