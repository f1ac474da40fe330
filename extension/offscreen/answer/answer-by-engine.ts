import * as Comlink from "comlink";
import { findDocuments } from "../../../engine/answer/extract/find-documents";
import type { RunningTurnsDeps } from "../../../engine/chat/create-running-turns";
import type { TurnEvent } from "../../../engine/chat/reduce-turn";
import { english } from "../../../engine/language/english/english";
import { searchLive } from "../../messaging/search-live";
import type { EngineApi } from "../engine-api";
import type { SearchLive } from "./to-live-sources";

interface EngineReadiness {
  /** Rejects when the worker cannot answer at all. */
  readonly crashed: Promise<never>;
  /** The worker knows what models may be used. */
  readonly ready: Promise<void>;
}

/** Lets the engine worker answer. Resolves after the last event, or when stopped. */
export function answerByEngine(
  engine: Comlink.Remote<EngineApi>,
  { crashed, ready }: EngineReadiness,
): RunningTurnsDeps["answer"] {
  return async (request, onEvent, signal) => {
    if (request.find) {
      const suggest = (query: string, limit: number) => engine.suggest(query, limit);
      return Promise.race([
        findDocuments(request.question, { language: english, suggest, onEvent }),
        crashed,
      ]);
    }
    const askId = crypto.randomUUID();
    const live: SearchLive = (question, onReply) => searchLive(question, { onReply, signal });
    await Promise.race([ready, crashed]);
    if (signal.aborted) return;
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => resolve(void engine.stopAsk(askId)), { once: true });
      // Events take another way than the reply, which may come before the last of them.
      const forward = (event: TurnEvent) => {
        onEvent(event);
        if (event.type === "done" || event.type === "error") resolve();
      };
      const asking = engine.ask(askId, request, Comlink.proxy(forward), Comlink.proxy(live));
      Promise.race([asking, crashed]).catch(reject);
    });
  };
}
