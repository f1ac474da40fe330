import type { LiveReply, LiveRequest } from "../../engine/model/live";
import type { ModelSettings } from "../../engine/model/model-settings";
import type { MessageReply } from "../messaging/protocol";
import type { PageModelApi } from "./llm/bridge/page-model-api";

/** The engine worker's interface for its page, through Comlink. */
export interface EngineApi {
  /** Opens the engine; once, before the first client. */
  start(page: PageApi): void;
  /** Answers a client over its port, which is transferred with the call. */
  accept(clientId: string, port: MessagePort): void;
}

/**
 * The page's interface for the engine worker, through Comlink: the capabilities that only a page has. Comlink loses
 * the codes of errors, so that fallible calls return replies.
 */
export interface PageApi extends PageModelApi {
  modelSettings(): Promise<MessageReply<ModelSettings>>;
  /** Asks the connected sources through the service worker; resolves when all have replied. Ended by `stopSearch`. */
  searchLive(callId: string, request: LiveRequest, onReply: (reply: LiveReply) => void): Promise<void>;
  stopSearch(callId: string): Promise<void>;
}
