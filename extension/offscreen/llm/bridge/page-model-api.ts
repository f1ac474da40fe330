import type { OnnxModel } from "../../../../engine/ports/transformers-js";
import type { PackagedModel } from "../../../../engine/ports/web-llm";
import type { MessageReply } from "../../../messaging/protocol";
import type { RemoteModelWorker } from "./model-worker-bridge";
import type { RemotePromptApi } from "./prompt-bridge";

/** What the engine worker needs for language models and only the page can reach; crosses over through Comlink. */
export interface PageModelApi {
  /** Key of a model server, from the vault; null where there is none. */
  apiKey(serverId: string): Promise<MessageReply<string | null>>;
  readonly promptApi: RemotePromptApi;
  readonly webLlm: RemoteModelWorker<PackagedModel>;
  readonly transformersJs: RemoteModelWorker<OnnxModel>;
}
