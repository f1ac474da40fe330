import type { RunningTurns } from "../../../engine/chat/create-running-turns";
import type { TurnEvent } from "../../../engine/chat/reduce-turn";
import type { TurnRef } from "../../../engine/contract/ask";
import type { CallContext, EngineHandlers } from "../../messaging/engine-server";

type AnswerMessage = "ask" | "answer-follow" | "answer-stop";

/** Answers are made whoever listens: a caller that goes away leaves them to be finished. */
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

/** Resolves when the turn is over and kept, or nobody listens any more. */
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
