import type { AnswerListener, AnswerStream } from "../../engine/chat/conversation";
import type { TurnEvent } from "../../engine/chat/reduce-turn";
import type { AskRequest, TurnRef } from "../../engine/contract/ask";
import { EngineGoneError } from "../../engine/errors/engine-gone-error";
import { hasCode } from "../../engine/errors/error-code";
import { toPlainError } from "../../engine/errors/to-plain-error";
import type { Turn } from "../../engine/model/chat";
import { callEngine } from "./call-engine";

/** Asks; the events end with `done` or `error`. */
export function ask(turn: Turn, request: AskRequest, listener: AnswerListener): AnswerStream {
  return listen(turn, listener, (options) => callEngine("ask", { turn, request }, options));
}

/** Listens to an answer that was asked for earlier: all its events from the beginning, or its end. */
export function followAnswer({ chatId, id }: TurnRef, listener: AnswerListener): AnswerStream {
  const turnRef = { chatId, id };
  return listen(turnRef, listener, (options) => callEngine("answer-follow", turnRef, options));
}

interface ListenOptions {
  readonly onEvent: (event: TurnEvent) => void;
  readonly signal: AbortSignal;
}

function listen(
  { chatId, id }: TurnRef,
  listener: AnswerListener,
  start: (options: ListenOptions) => Promise<void>,
): AnswerStream {
  const left = new AbortController();
  const { signal } = left;
  const unsubscribe = () => left.abort();
  const onEvent = (event: TurnEvent) => {
    if (signal.aborted) return;
    listener.onEvent(event);
    if (event.type === "done" || event.type === "error") unsubscribe();
  };
  const onEnd = () => {
    if (signal.aborted) return;
    listener.onEnd();
    unsubscribe();
  };
  start({ onEvent, signal }).then(onEnd, (error: unknown) =>
    onEvent({ type: "error", error: toPlainError(toAskError(error)) }),
  );
  return {
    unsubscribe,
    isActive: () => !signal.aborted,
    stop: () => {
      if (signal.aborted) return;
      unsubscribe();
      // An engine that is gone has nothing to stop.
      callEngine("answer-stop", { chatId, id }).catch(() => {});
    },
  };
}

function toAskError(error: unknown): unknown {
  return hasCode(error, "engine-gone") ? new EngineGoneError("The engine stopped midway: ask again") : error;
}
