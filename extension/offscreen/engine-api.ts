import type { LiveReply, LiveRequest } from "../../engine/model/live";
import type { ModelSettings } from "../../engine/model/model-settings";
import type { MessageReply } from "../messaging/protocol";
import type { PageModelApi } from "./llm/bridge/page-model-api";

/** What the engine worker offers its page through Comlink. */
export interface EngineApi {
  /** Opens the engine; once, before the first client. */
  start(page: PageApi): void;
  /** Answers a client over its port, which is handed over with the call. */
  accept(clientId: string, port: MessagePort): void;
}

/**
 * What the page offers the engine worker through Comlink: everything that only the page can reach. Codes of errors do
 * not survive Comlink, hence the replies.
 */
export interface PageApi extends PageModelApi {
  modelSettings(): Promise<MessageReply<ModelSettings>>;
  /** Asks the connected sources through the service worker; resolves when all have replied. Ended by `stopSearch`. */
  searchLive(callId: string, request: LiveRequest, onReply: (reply: LiveReply) => void): Promise<void>;
  stopSearch(callId: string): Promise<void>;
}
