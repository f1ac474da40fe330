import type { FocusContent, FocusSummary } from "../../engine/focus/focus";
import type { Document } from "../../engine/model/document";
import type { AskEvent, AskRequest, EngineStatus, Suggestion } from "../messaging/protocol";

import type { SearchLive } from "./live-sources";

/** What the engine worker offers the offscreen page through Comlink. */
export interface EngineApi {
  status(): Promise<EngineStatus>;
  suggest(query: string, limit: number): Promise<readonly Suggestion[]>;
  document(sourceId: string, itemId: string): Promise<Document | undefined>;
  openFocus(content: FocusContent): Promise<FocusSummary>;
  closeFocus(focusId: string): Promise<void>;
  /** There may be new work in the outbox; returns at once. */
  poke(): void;
  /**
   * Streams an answer; `askId` is chosen by the caller and names it for `stopAsk`. `searchLive` asks the connected
   * sources.
   */
  ask(
    askId: string,
    request: AskRequest,
    onEvent: (event: AskEvent) => void,
    searchLive: SearchLive,
  ): Promise<void>;
  stopAsk(askId: string): void;
}
