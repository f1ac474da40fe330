import type { PlainError } from "../../../../engine/errors/to-plain-error";
import type { OnnxModel } from "../../../../engine/ports/transformers-js";
import type { PackagedModel } from "../../../../engine/ports/web-llm";
import type { RemoteModelWorker } from "./model-worker-bridge";
import type { RemotePromptApi } from "./prompt-bridge";

/** A key, none, or why it cannot be read: an error's code does not survive Comlink. */
export interface KeyResult {
  readonly key?: string;
  readonly problem?: PlainError;
}

/** What the engine worker needs for language models and only the page can reach; crosses over through Comlink. */
export interface PageModelApi {
  /** Key of a model server, from the vault. */
  apiKey(serverId: string): Promise<KeyResult>;
  readonly promptApi: RemotePromptApi;
  readonly webLlm: RemoteModelWorker<PackagedModel>;
  readonly transformersJs: RemoteModelWorker<OnnxModel>;
}
