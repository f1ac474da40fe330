import type { AskRequest, TurnRef } from "../../engine/contract/ask";
import { EngineGoneError } from "../../engine/errors/engine-gone-error";
import { toPlainError } from "../../engine/errors/to-plain-error";
import type { Turn } from "../../engine/model/chat";
import { connect, type Port } from "../platform/runtime";
import { callBackground } from "./call-background";
import type { AskEvent, AskMessage } from "./protocol";

/** Name of the port an answer streams over. */
export const ASK_PORT = "ask";

/** An answer that is being made elsewhere, and goes on being made when nobody listens. */
export interface AnswerStream {
  /** Ends the answer. */
  stop(): void;
  /** Listens no more. */
  unsubscribe(): void;
  /** False once the answer has ended or was left. */
  isActive(): boolean;
}

type OnEvent = (event: AskEvent) => void;

/** Asks; the events end with `done` or `error`. */
export function ask(turn: Turn, request: AskRequest, onEvent: OnEvent): AnswerStream {
  return open({ type: "ask", turn, request }, onEvent);
}

/** Listens to an answer that was asked for earlier: all its events from the beginning, or `over`. */
export function followAnswer(place: TurnRef, onEvent: OnEvent): AnswerStream {
  return open({ type: "follow", place }, onEvent);
}

function open(first: AskMessage, onEvent: OnEvent): AnswerStream {
  let port: Port | undefined;
  let closed = false;
  const unsubscribe = () => {
    closed = true;
    port?.disconnect();
  };
  const start = async () => {
    await callBackground("engine-ensure", {});
    if (closed) return;
    port = connect(ASK_PORT);
    port.onMessage.addListener((event: AskEvent) => {
      onEvent(event);
      if (event.type === "done" || event.type === "error" || event.type === "over") unsubscribe();
    });
    port.onDisconnect.addListener(() => {
      closed = true;
      onEvent({
        type: "error",
        error: toPlainError(new EngineGoneError("The engine stopped midway: ask again")),
      });
    });
    port.postMessage(first);
  };
  start().catch((error: unknown) => {
    if (!closed) onEvent({ type: "error", error: toPlainError(error) });
  });
  return {
    unsubscribe,
    isActive: () => !closed,
    stop: () => {
      if (!closed) port?.postMessage({ type: "stop" } satisfies AskMessage);
      unsubscribe();
    },
  };
}
