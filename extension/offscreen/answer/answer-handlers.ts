import type { RunningTurns } from "../../../engine/chat/create-running-turns";
import type { TurnEvent } from "../../../engine/chat/reduce-turn";
import type { TurnRef } from "../../../engine/contract/ask";
import type { CallContext, EngineHandlers } from "../../messaging/port/engine-server";

type AnswerMessage = "ask" | "answer-follow" | "answer-stop";

/** Answers run without listeners, too: they are finished when their caller ends. */
export function answerHandlers(running: RunningTurns): Pick<EngineHandlers, AnswerMessage> {
  return {
    ask: ({ turn, request }, context) => {
      running.start(turn, request);
      return follow(running, turn, context);
    },
    "answer-follow": (turnRef, context) => follow(running, turnRef, context),
    "answer-stop": async (turnRef) => running.stop(turnRef),
  };
}

/** Resolves when the turn has ended and is stored, or the caller no longer waits. */
function follow(
  running: RunningTurns,
  turnRef: TurnRef,
  { emit, signal }: CallContext<TurnEvent>,
): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = running.follow(turnRef, emit, resolve);
    if (!unsubscribe) return resolve();
    signal.addEventListener("abort", () => {
      unsubscribe();
      resolve();
    });
  });
}
