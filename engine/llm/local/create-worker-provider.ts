import { ContextOverflowError } from "../../errors/context-overflow-error";
import { NotFoundError } from "../../errors/not-found-error";
import { QuotaError } from "../../errors/quota-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Gpu, ModelFailure, ModelWorker } from "../../ports/model-worker";
import type { ModelInfo, ModelProvider } from "../model-provider";
import { createLocalModel, type LocalCall, type LocalFinish } from "./create-local-model";

/** Bytes that stay free for other data of the browser. */
const RESERVED_BYTES = 500_000_000;

/** How a model is shown to the person. */
export type ModelDescription = Pick<ModelInfo, "name" | "contextTokens" | "memoryBytes" | "hardware"> & {
  readonly downloadBytes: number;
};

export interface WorkerProviderOptions<Model> {
  readonly id: string;
  readonly name: string;
  readonly worker: ModelWorker<Model>;
  readonly describe: (model: Model, gpu: Gpu) => ModelDescription;
  /** False for a model that another one of the list replaces on this computer. */
  readonly isSuitable: (model: Model, gpu: Gpu) => boolean;
  /** Why a model cannot run here and the remedy, as a sentence; undefined where it can. */
  readonly unavailableReason: (model: Model, gpu: Gpu) => string | undefined;
  readonly remedies: Readonly<Record<ModelFailure, string>>;
}

/** Models that run inside the browser, without any other program. */
export function createWorkerProvider<Model extends { readonly id: string }>(
  options: WorkerProviderOptions<Model>,
): ModelProvider {
  const { id: providerId, worker, describe, unavailableReason } = options;
  const prefix = `${providerId}/`;

  const { find, toError, generate } = createModelLookup(options);

  async function download(
    modelId: string,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const [model, gpu] = await Promise.all([find(modelId), worker.gpu()]);
    const problem = unavailableReason(model, gpu);
    if (problem !== undefined) throw new UnavailableError(problem);
    const { downloadBytes } = describe(model, gpu);
    if ((await worker.freeBytes()) < downloadBytes + RESERVED_BYTES) throw new QuotaError();
    const failure = await worker.download(model.id, onProgress, signal);
    signal.throwIfAborted();
    if (failure === undefined) return;
    if (failure === "disk-full") throw new QuotaError();
    if (failure !== "broken") throw await toError(failure, model.id);
    // The files of an earlier download cannot be used: download them again.
    await worker.remove(model.id);
    const again = await worker.download(model.id, onProgress, signal);
    signal.throwIfAborted();
    if (again !== undefined) throw await toError(again, model.id);
  }

  return {
    id: providerId,
    name: options.name,
    listModels: async () => {
      const [models, gpu, downloaded] = await Promise.all([
        worker.models(),
        worker.gpu(),
        worker.downloaded(),
      ]);
      return models
        .filter((model) => options.isSuitable(model, gpu) || downloaded.has(model.id))
        .map((model) => toInfo(model, { options, gpu, downloaded }));
    },
    open: (modelId) => {
      if (!modelId.startsWith(prefix)) throw new NotFoundError(`${options.name} has no model "${modelId}"`);
      const id = modelId.slice(prefix.length);
      return createLocalModel({ provider: providerId, modelId: id, generate: (call) => generate(id, call) });
    },
    download,
    remove: async (modelId) => worker.remove((await find(modelId)).id),
  };
}

/** The models of a worker by their ids, with their failures and their text. */
function createModelLookup<Model extends { readonly id: string }>(options: WorkerProviderOptions<Model>) {
  const { id: providerId, worker, describe, remedies } = options;
  const prefix = `${providerId}/`;

  async function find(modelId: string): Promise<Model> {
    const model = (await worker.models()).find(({ id }) => prefix + id === modelId);
    if (!model) throw new NotFoundError(`This build of Atlas has no model "${modelId}"`);
    return model;
  }

  async function describeById(id: string): Promise<ModelDescription> {
    const [model, gpu] = await Promise.all([find(prefix + id), worker.gpu()]);
    return describe(model, gpu);
  }

  async function toError(failure: ModelFailure, id: string): Promise<UnavailableError> {
    return new UnavailableError(`Cannot use ${(await describeById(id)).name}: ${remedies[failure]}`);
  }

  async function* generate(id: string, call: LocalCall): AsyncGenerator<string, LocalFinish> {
    const { messages, maxOutputTokens, signal } = call;
    const chat = { modelId: id, messages, ...(maxOutputTokens !== undefined && { maxOutputTokens }) };
    let failure: ModelFailure = "other";
    try {
      for await (const part of worker.chat(chat, signal)) {
        signal.throwIfAborted();
        if (part.type === "finish") return part;
        if (part.type === "text") yield part.delta;
        else failure = part.failure;
      }
    } catch {
      // Only that the worker ended: its error may contain the prompt.
      signal.throwIfAborted();
      throw await toError("other", id);
    }
    signal.throwIfAborted();
    if (failure !== "overflow") throw await toError(failure, id);
    const { name, contextTokens } = await describeById(id);
    throw new ContextOverflowError(
      `Cannot answer with ${name}: question and passages are longer than its limit of ${contextTokens} tokens`,
    );
  }

  return { find, toError, generate };
}

function toInfo<Model extends { readonly id: string }>(
  model: Model,
  { options, gpu, downloaded }: ToInfoOptions<Model>,
): ModelInfo {
  const reason = options.unavailableReason(model, gpu);
  const usable = downloaded.has(model.id) ? "ready" : "downloadable";
  return {
    id: `${options.id}/${model.id}`,
    providerId: options.id,
    locality: "device",
    state: reason === undefined ? usable : "unavailable",
    ...(reason !== undefined && { reason }),
    ...options.describe(model, gpu),
  };
}

interface ToInfoOptions<Model> {
  readonly options: WorkerProviderOptions<Model>;
  readonly gpu: Gpu;
  readonly downloaded: ReadonlySet<string>;
}

/** The same for every model that computes in a worker. */
export const COMMON_REMEDIES = {
  network: "the download broke off; start it again, and it goes on where it stopped",
  broken: "what was downloaded is damaged; remove the model and download it again",
  "disk-full": "there is no more room on the disk",
  missing: "a file of it is no longer at huggingface.co; choose another model",
  overflow: "the question is too long for it",
  other: "it failed; ask again, or restart the browser when it keeps failing",
} as const satisfies Partial<Record<ModelFailure, string>>;

/** Why no graphics adapter can compute here; undefined where one can. */
export function graphicsUnavailableReason(gpu: Gpu): string | undefined {
  if (gpu.kind === "none") return "This browser has no WebGPU, on which the model would run";
  if (gpu.kind === "no-adapter")
    return "The browser found no graphics adapter for WebGPU: allow hardware acceleration in its settings";
  return undefined;
}

export const NO_HALF_FLOATS = "The graphics adapter cannot compute with 16-bit floats";
