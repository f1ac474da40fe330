import type { AskEvent, AskMessage, TurnPlace } from "../messaging/protocol";
import type { RunningTurns } from "./running-turns";

/** Streams one answer over the port, which only listens: a disconnect leaves the answer to be finished. */
export function serveAnswer(running: RunningTurns, port: chrome.runtime.Port): void {
  let place: TurnPlace | undefined;
  let leave: (() => void) | undefined;
  const say = (event: AskEvent) => port.postMessage(event);
  port.onDisconnect.addListener(() => leave?.());
  port.onMessage.addListener((message: AskMessage) => {
    if (message.type === "stop") {
      if (place) running.stop(place);
      return;
    }
    if (message.type === "ask") running.start(message.turn, message.request);
    place = message.type === "ask" ? message.turn : message.place;
    const over = () => say({ type: "over" });
    leave = running.follow(place, say, over);
    if (!leave) over();
  });
}
