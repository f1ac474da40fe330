import { type AppConfig, type ChatCompletionChunk, MLCEngine, prebuiltAppConfig } from "@mlc-ai/web-llm";
import * as Comlink from "comlink";
import type { ModelChat, ModelFailure, ModelPart } from "../../../engine/ports/model-worker";
import type { ModelWorkerApi } from "./page/lazy-worker";
import { IDLE_MS } from "./resident-model";
import { toWebLlmFailure } from "./to-web-llm-failure";

// Weights are fetched; all code is part of the package.
const appConfig: AppConfig = {
  cacheBackend: "cache",
  model_list: prebuiltAppConfig.model_list.map((record) => ({
    ...record,
    model_lib: new URL(`model-libraries/${record.model_lib.split("/").at(-1)}`, import.meta.url).href,
  })),
};
const engine = new MLCEngine({ appConfig, logLevel: "SILENT" });
let loaded: string | undefined;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

const api: ModelWorkerApi = {
  load,
  chat: async (chat) => {
    const stream = toStream(generateParts(chat));
    return Comlink.transfer(stream, [stream]);
  },
};

Comlink.expose(api);

async function load(
  modelId: string,
  onProgress: (share: number) => void = () => {},
): Promise<ModelFailure | undefined> {
  clearTimeout(idleTimer);
  if (loaded === modelId) return undefined;
  loaded = undefined;
  engine.setInitProgressCallback(({ progress }) => onProgress(progress));
  try {
    await engine.reload(modelId);
    loaded = modelId;
    unloadWhenIdle();
    return undefined;
  } catch (error) {
    return toWebLlmFailure(error);
  }
}

function unloadWhenIdle(): void {
  clearTimeout(idleTimer);
  idleTimer = setTimeout(() => {
    loaded = undefined;
    // The model was lost with its device.
    engine.unload().catch(() => {});
  }, IDLE_MS);
}

async function* generateParts({ modelId, messages, maxOutputTokens }: ModelChat): AsyncGenerator<ModelPart> {
  const failure = await load(modelId);
  clearTimeout(idleTimer);
  if (failure !== undefined) return yield { type: "failed", failure };
  try {
    const chunks = await engine.chat.completions.create({
      messages: [...messages],
      stream: true,
      stream_options: { include_usage: true },
      // Answers stay close to the passages.
      temperature: 0.2,
      ...(maxOutputTokens !== undefined && { max_tokens: maxOutputTokens }),
    });
    yield* toParts(chunks);
  } catch (error) {
    const kind = toWebLlmFailure(error);
    // The model was lost with its device.
    if (kind !== "overflow") loaded = undefined;
    yield { type: "failed", failure: kind };
  } finally {
    unloadWhenIdle();
  }
}

async function* toParts(chunks: AsyncIterable<ChatCompletionChunk>): AsyncGenerator<ModelPart> {
  let reason: "stop" | "length" = "stop";
  let usage = { inputTokens: 0, outputTokens: 0 };
  for await (const { choices, usage: counted } of chunks) {
    const [choice] = choices;
    if (choice?.delta.content) yield { type: "text", delta: choice.delta.content };
    if (choice?.finish_reason === "length") reason = "length";
    if (counted) usage = { inputTokens: counted.prompt_tokens, outputTokens: counted.completion_tokens };
  }
  yield { type: "finish", reason, ...usage };
}

/** Cancelling the stream ends the answer. */
function toStream(parts: AsyncGenerator<ModelPart>): ReadableStream<ModelPart> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await engine.interruptGenerate();
      await parts.return(undefined);
    },
  });
}
