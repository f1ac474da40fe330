import { ContextOverflowError } from "../../errors/context-overflow-error";
import { NotFoundError } from "../../errors/not-found-error";
import { QuotaError } from "../../errors/quota-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Gpu, PackagedModel, WebLlm, WebLlmFailure } from "../../ports/web-llm";
import { createLocalModel, type LocalCall, type LocalFinish } from "../local-model";
import type { ModelInfo, ModelProvider } from "../model-provider";

const PREFIX = "web-llm/";
/** Room left for everything else the browser keeps. */
const SPARE_BYTES = 500_000_000;

/** Models that run on the graphics card, inside the browser, without any other program. */
export function createWebLlmProvider(webLlm: WebLlm): ModelProvider {
  async function find(modelId: string): Promise<PackagedModel> {
    const model = (await webLlm.models()).find(({ id }) => PREFIX + id === modelId);
    if (!model) throw new NotFoundError(`This build of Atlas has no model "${modelId}"`);
    return model;
  }

  async function download(
    modelId: string,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const model = await find(modelId);
    const problem = whyNot(model, await webLlm.gpu());
    if (problem !== undefined) throw new UnavailableError(problem);
    if ((await webLlm.freeBytes()) < model.memoryBytes + SPARE_BYTES) throw new QuotaError();
    const failure = await webLlm.download(model.id, onProgress, signal);
    signal.throwIfAborted();
    if (failure === undefined) return;
    if (failure === "room") throw new QuotaError();
    if (failure !== "broken") throw toError(failure, model.id);
    // What an earlier download left behind cannot be used: once more, from nothing.
    await webLlm.remove(model.id);
    const again = await webLlm.download(model.id, onProgress, signal);
    signal.throwIfAborted();
    if (again !== undefined) throw toError(again, model.id);
  }

  return {
    id: "web-llm",
    name: "In this browser",
    listModels: async () => {
      const [models, gpu, downloaded] = await Promise.all([
        webLlm.models(),
        webLlm.gpu(),
        webLlm.downloaded(),
      ]);
      return models.filter((model) => suits(model, gpu)).map((model) => toInfo(model, gpu, downloaded));
    },
    open: (modelId) => {
      if (!modelId.startsWith(PREFIX)) throw new NotFoundError(`WebLLM has no model "${modelId}"`);
      const id = modelId.slice(PREFIX.length);
      return createLocalModel({ provider: "web-llm", modelId: id, speak: (call) => speak(webLlm, id, call) });
    },
    download,
    remove: async (modelId) => webLlm.remove((await find(modelId)).id),
  };
}

/** Of each model there are two, one for adapters with 16-bit floats and one for those without. */
function suits({ needsHalfFloats }: PackagedModel, gpu: Gpu): boolean {
  return needsHalfFloats === (gpu.kind === "adapter" ? gpu.halfFloats : true);
}

function toInfo(model: PackagedModel, gpu: Gpu, downloaded: ReadonlySet<string>): ModelInfo {
  const { id, contextTokens, memoryBytes } = model;
  const reason = whyNot(model, gpu);
  const usable = downloaded.has(id) ? "ready" : "downloadable";
  return {
    id: PREFIX + id,
    providerId: "web-llm",
    name: toName(id),
    locality: "device",
    state: reason === undefined ? usable : "unavailable",
    ...(reason !== undefined && { reason }),
    contextTokens,
    memoryBytes,
    // The package does not say how large the weights are, only what they and the context take up together.
    downloadBytes: memoryBytes,
  };
}

/** "Llama-3.2-3B-Instruct-q4f16_1-MLC" is Llama 3.2 3B to a person. */
function toName(id: string): string {
  return id
    .replace(/-(Instruct|it|instruct)?-?q\d.*$/, "")
    .replaceAll("-", " ")
    .trim();
}

function whyNot({ needsHalfFloats, hasLibrary }: PackagedModel, gpu: Gpu): string | undefined {
  if (gpu.kind === "none") return "This browser has no WebGPU, on which the model would run";
  if (gpu.kind === "no-adapter")
    return "The browser found no graphics adapter for WebGPU: allow hardware acceleration in its settings";
  if (needsHalfFloats && !gpu.halfFloats) return "The graphics adapter cannot compute with 16-bit floats";
  if (!hasLibrary)
    return "This build of Atlas was packaged without the code for this model, and extensions may not fetch code";
  return undefined;
}

async function* speak(webLlm: WebLlm, id: string, call: LocalCall): AsyncGenerator<string, LocalFinish> {
  const { messages, maxOutputTokens, signal } = call;
  const chat = { modelId: id, messages, ...(maxOutputTokens !== undefined && { maxOutputTokens }) };
  let failure: WebLlmFailure = "other";
  try {
    for await (const part of webLlm.chat(chat, signal)) {
      signal.throwIfAborted();
      if (part.type === "finish") return part;
      if (part.type === "text") yield part.delta;
      else failure = part.failure;
    }
  } catch {
    // Only that the worker is gone; what it wrote into the error may hold the prompt.
    signal.throwIfAborted();
    throw toError("other", id);
  }
  signal.throwIfAborted();
  if (failure === "overflow") {
    const model = (await webLlm.models()).find((candidate) => candidate.id === id);
    throw new ContextOverflowError(
      `Cannot answer with ${toName(id)}: question and passages are longer than its limit of ` +
        `${model?.contextTokens ?? 0} tokens`,
    );
  }
  throw toError(failure, id);
}

const REMEDIES: Record<WebLlmFailure, string> = {
  network: "the download broke off; start it again, and it goes on where it stopped",
  broken: "what was downloaded is damaged; remove the model and download it again",
  room: "there is no more room on the disk",
  memory: "the graphics card has too little memory for it; choose a smaller model",
  overflow: "the question is too long for it",
  other: "it failed; ask again, or restart the browser when it keeps failing",
};

function toError(failure: WebLlmFailure, id: string): UnavailableError {
  return new UnavailableError(`Cannot use ${toName(id)}: ${REMEDIES[failure]}`);
}
