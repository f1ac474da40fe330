import { toPlainError } from "../../../engine/errors/to-plain-error";
import type { PortOffer } from "../../platform/engine-port";
import { announceOnce, type Presence } from "../../platform/presence";
import { settle, unknownMessage } from "../envelope";
import type { EngineMessage, EngineProtocol, EventOf, MessageReply, ReplyOf } from "../protocol";
import type { ClientMessage, ServerMessage } from "./engine-wire";

/** The second parameter of a handler. */
export interface CallContext<Event> {
  /** Sends an event to the caller; ignored once the caller no longer waits. */
  readonly emit: (event: Event) => void;
  /** Aborts when the caller no longer waits, or has ended. */
  readonly signal: AbortSignal;
}

/** One handler a message; TypeScript holds the table complete. */
export type EngineHandlers = {
  readonly [Name in EngineMessage]: (
    request: EngineProtocol[Name]["request"],
    context: CallContext<EventOf<EngineProtocol[Name]>>,
  ) => Promise<ReplyOf<EngineProtocol[Name]>>;
};

export interface EngineServerDeps {
  readonly handlers: EngineHandlers;
  readonly presence: Presence;
}

/** The engine's side of its clients' ports. */
export interface EngineServer {
  /** Greets the client, then answers its calls until it ends. */
  accept(offer: PortOffer): Promise<void>;
}

type AnyHandler = (request: unknown, context: CallContext<unknown>) => Promise<unknown>;

export function createEngineServer({ handlers, presence }: EngineServerDeps): EngineServer {
  const engineId = `engine-${crypto.randomUUID()}`;
  const announce = announceOnce(presence, engineId);
  // The first client tries again.
  announce().catch(() => {});
  const byName = new Map(Object.entries(handlers) as [string, AnyHandler][]);
  return {
    accept: async ({ clientId, port }) => {
      await announce();
      const calls = serveCalls(port, byName);
      presence.watch(clientId, () => calls.close(), new AbortController().signal);
      port.postMessage({ type: "ready", engineId } satisfies ServerMessage);
    },
  };
}

function serveCalls(port: MessagePort, handlers: ReadonlyMap<string, AnyHandler>) {
  const running = new Map<number, AbortController>();
  const post = (message: ServerMessage) => port.postMessage(message);

  async function run({ callId, name, request }: Extract<ClientMessage, { type: "call" }>): Promise<void> {
    const stop = new AbortController();
    running.set(callId, stop);
    const emit = (event: unknown) => {
      if (!stop.signal.aborted) post({ type: "event", callId, event });
    };
    const handler = handlers.get(name) ?? unknownMessage(name);
    const reply = await settle(() => handler(request, { emit, signal: stop.signal }));
    running.delete(callId);
    if (!stop.signal.aborted) postReply(callId, reply);
  }

  function postReply(callId: number, reply: MessageReply<unknown>): void {
    try {
      post({ type: "reply", callId, reply });
    } catch (error) {
      // The value cannot be cloned; without a reply the caller would wait.
      post({ type: "reply", callId, reply: { ok: false, error: toPlainError(error) } });
    }
  }

  port.onmessage = ({ data }: MessageEvent<ClientMessage>) => {
    if (data.type === "call") void run(data);
    else running.get(data.callId)?.abort();
  };
  return {
    close: () => {
      for (const stop of running.values()) stop.abort();
      port.close();
    },
  };
}
