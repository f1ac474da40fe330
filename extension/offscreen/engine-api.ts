import type { TurnEvent } from "../../engine/chat/reduce-turn";
import type { AskRequest, Suggestion } from "../../engine/contract/ask";
import type { FocusContent, FocusSummary } from "../../engine/contract/focus";
import type { EngineStatus } from "../../engine/contract/status";
import type { ModelOverview } from "../../engine/llm/models";
import type { Document } from "../../engine/model/document";
import type { ModelSettings } from "../../engine/model/model-settings";
import type { EgressEntry } from "../../engine/ports/egress-log";
import type { SearchLive } from "./answer/to-live-sources";
import type { PageModelApi } from "./llm/bridge/page-model-api";

/** What the engine worker offers the offscreen page through Comlink. */
export interface EngineApi {
  status(): Promise<EngineStatus>;
  suggest(query: string, limit: number): Promise<readonly Suggestion[]>;
  document(sourceId: string, itemId: string): Promise<Document | undefined>;
  openFocus(content: FocusContent): Promise<FocusSummary>;
  closeFocus(focusId: string): Promise<void>;
  /** There may be new work in the outbox; returns at once. */
  drainOutbox(): void;
  /** Says what models may be used, and what only the page can reach; before the first question. */
  startModels(settings: ModelSettings, pageApi: PageModelApi): void;
  changeModels(settings: ModelSettings): void;
  listModels(fresh: boolean): Promise<ModelOverview>;
  downloadModel(modelId: string): void;
  cancelDownload(modelId: string): void;
  removeModel(modelId: string): Promise<void>;
  listEgress(offset: number, limit: number): Promise<readonly EgressEntry[]>;
  /**
   * Streams an answer; `askId` is chosen by the caller and names it for `stopAsk`. `searchLive` asks the connected
   * sources.
   */
  ask(
    askId: string,
    request: AskRequest,
    onEvent: (event: TurnEvent) => void,
    searchLive: SearchLive,
  ): Promise<void>;
  stopAsk(askId: string): void;
}
