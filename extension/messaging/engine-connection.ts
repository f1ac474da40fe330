import { EngineGoneError } from "../../engine/errors/engine-gone-error";
import { NoReplyError } from "../../engine/errors/no-reply-error";
import type { ClientMessage, ServerMessage } from "./engine-wire";
import type { EngineMessage, MessageReply } from "./protocol";

/** Far above what any call without events takes: only a fault of the engine lasts so long. */
const REPLY_TIMEOUT_MS = 5 * 60_000;

interface Call {
  readonly name: EngineMessage;
  readonly request: unknown;
}

interface ConnectionCallOptions {
  /** Absent for a call without events, whose reply comes soon. */
  readonly onEvent: ((event: unknown) => void) | undefined;
  readonly signal: AbortSignal | undefined;
}

/** A port over which the engine has greeted. */
export interface Connection {
  call(call: Call, options: ConnectionCallOptions): Promise<MessageReply<unknown>>;
}

interface PendingCall {
  readonly onEvent: (event: unknown) => void;
  readonly resolve: (reply: MessageReply<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

/** Sends calls and sorts what comes back. `gone` aborts when the engine has ended. */
export function createConnection(port: MessagePort, gone: AbortSignal): Connection {
  const pending = new Map<number, PendingCall>();
  let lastCallId = 0;
  const post = (message: ClientMessage) => port.postMessage(message);

  port.onmessage = ({ data }: MessageEvent<ServerMessage>) => {
    if (data.type === "event") pending.get(data.callId)?.onEvent(data.event);
    if (data.type === "reply") pending.get(data.callId)?.resolve(data.reply);
  };
  gone.addEventListener("abort", () => {
    port.close();
    for (const { reject } of [...pending.values()]) reject(toGoneError());
  });

  return {
    call: async ({ name, request }, { onEvent, signal }) => {
      if (gone.aborted) throw toGoneError();
      const callId = ++lastCallId;
      const settled = new AbortController();
      try {
        return await new Promise((resolve, reject) => {
          pending.set(callId, { onEvent: onEvent ?? (() => {}), resolve, reject });
          rejectOnAbort(signal, settled.signal, (reason) => {
            post({ type: "cancel", callId });
            reject(reason);
          });
          if (!onEvent) rejectOnTimeout(name, settled.signal, reject);
          post({ type: "call", callId, name, request });
        });
      } finally {
        pending.delete(callId);
        settled.abort();
      }
    },
  };
}

function rejectOnAbort(
  signal: AbortSignal | undefined,
  settled: AbortSignal,
  onAbort: (reason: unknown) => void,
): void {
  signal?.addEventListener("abort", () => onAbort(signal.reason), { signal: settled });
}

function rejectOnTimeout(name: string, settled: AbortSignal, reject: (error: Error) => void): void {
  const error = new NoReplyError(`Cannot reach Atlas for "${name}": no reply; reload Atlas`);
  const timer = setTimeout(() => reject(error), REPLY_TIMEOUT_MS);
  settled.addEventListener("abort", () => clearTimeout(timer));
}

function toGoneError(): EngineGoneError {
  return new EngineGoneError("The search engine stopped midway: try again");
}
