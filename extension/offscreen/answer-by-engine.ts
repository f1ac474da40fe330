import * as Comlink from "comlink";
import type { TurnEvent } from "../../engine/chat/turn-after-event";
import { searchLive } from "../messaging/live";
import type { EngineApi } from "./engine-api";
import { findDocuments } from "./find-documents";
import type { SearchLive } from "./live-sources";
import type { RunningTurnsParts } from "./running-turns";

interface Waiting {
  /** Rejects when the worker cannot answer at all. */
  readonly broken: Promise<never>;
  /** The worker knows what models may be used. */
  readonly ready: Promise<void>;
}

/** Lets the engine worker answer. Resolves after the last event, or when stopped. */
export function answerByEngine(
  engine: Comlink.Remote<EngineApi>,
  { broken, ready }: Waiting,
): RunningTurnsParts["answer"] {
  return async (request, onEvent, signal) => {
    if (request.find) {
      const suggest = (query: string, limit: number) => engine.suggest(query, limit);
      return Promise.race([findDocuments(request.question, suggest, onEvent), broken]);
    }
    const askId = crypto.randomUUID();
    const live: SearchLive = (question, onReply) => searchLive(question, { onReply, signal });
    await Promise.race([ready, broken]);
    if (signal.aborted) return;
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => resolve(void engine.stopAsk(askId)), { once: true });
      // Events take another way than the reply, which may come before the last of them.
      const hear = (event: TurnEvent) => {
        onEvent(event);
        if (event.type === "done" || event.type === "error") resolve();
      };
      const asking = engine.ask(askId, request, Comlink.proxy(hear), Comlink.proxy(live));
      Promise.race([asking, broken]).catch(reject);
    });
  };
}
