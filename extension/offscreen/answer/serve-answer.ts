import type { RunningTurns } from "../../../engine/chat/create-running-turns";
import type { TurnRef } from "../../../engine/contract/ask";
import type { AskEvent, AskMessage } from "../../messaging/protocol";
import type { Port } from "../../platform/runtime";

/** Streams one answer over the port, which only listens: a disconnect leaves the answer to be finished. */
export function serveAnswer(running: RunningTurns, port: Port): void {
  let turnRef: TurnRef | undefined;
  let unsubscribe: (() => void) | undefined;
  const post = (event: AskEvent) => port.postMessage(event);
  port.onDisconnect.addListener(() => unsubscribe?.());
  port.onMessage.addListener((message: AskMessage) => {
    if (message.type === "stop") {
      if (turnRef) running.stop(turnRef);
      return;
    }
    if (message.type === "ask") running.start(message.turn, message.request);
    turnRef = message.type === "ask" ? message.turn : message.place;
    const onEnd = () => post({ type: "over" });
    unsubscribe = running.follow(turnRef, post, onEnd);
    if (!unsubscribe) onEnd();
  });
}
