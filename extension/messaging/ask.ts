import { connect } from "../platform/runtime";
import { callBackground } from "./call-background";
import type { AskEvent, AskRequest } from "./protocol";

/** Name of the port an answer streams over. */
export const ASK_PORT = "ask";

/**
 * Streams an answer. Resolves after `done`, after an `error` event, or when the signal aborts; disconnecting
 * is what stops the engine.
 */
export async function ask(
  request: AskRequest,
  options: { readonly onEvent: (event: AskEvent) => void; readonly signal: AbortSignal },
): Promise<void> {
  await callBackground("engine-ensure", {});
  if (options.signal.aborted) return;
  const port = connect(ASK_PORT);
  const { promise, resolve } = deferred();
  const stop = () => {
    port.disconnect();
    resolve();
  };
  options.signal.addEventListener("abort", stop, { once: true });
  port.onMessage.addListener((event: AskEvent) => {
    options.onEvent(event);
    if (event.type === "done" || event.type === "error") stop();
  });
  port.onDisconnect.addListener(() => {
    options.onEvent({
      type: "error",
      error: { code: "engine-gone", message: "The engine stopped midway: ask again" },
    });
    resolve();
  });
  port.postMessage(request);
  await promise;
  options.signal.removeEventListener("abort", stop);
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
