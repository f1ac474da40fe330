import { NoReplyError } from "../../../engine/errors/no-reply-error";
import type { PortOffer } from "../../platform/engine-port";
import { announceOnce, type Presence } from "../../platform/presence";
import { toError, unwrap } from "../envelope";
import type { EngineMessage, EngineProtocol, EventOf, MessageReply, ReplyOf } from "../protocol";
import { type Connection, createConnection } from "./engine-connection";
import type { ServerMessage } from "./engine-wire";

export interface CallOptions<Event> {
  /** Receives the events before the reply; for messages that have events. */
  readonly onEvent?: (event: Event) => void;
  /** The call rejects with its reason, and the engine aborts the call. */
  readonly signal?: AbortSignal;
}

/** The connection of a page or the service worker to the engine: one port, opened by the first call and reused. */
export interface EngineClient {
  /**
   * Rejects with an error that carries the handler's `code`, with EngineGoneError when the engine ends before the
   * reply, and with NoReplyError when it does not answer. The next call starts it again.
   */
  call<Name extends EngineMessage>(
    name: Name,
    request: EngineProtocol[Name]["request"],
    options?: CallOptions<EventOf<EngineProtocol[Name]>>,
  ): Promise<ReplyOf<EngineProtocol[Name]>>;
}

export interface EngineClientDeps {
  /** Sends the port to the engine, which is started first where needed. */
  readonly offer: (offer: PortOffer) => Promise<void>;
  readonly presence: Presence;
}

/** Time for the greeting, start of the engine included; without one, another port is offered. */
const GREETING_TIMEOUT_MS = 5_000;
const MAX_OFFERS = 6;

export function createEngineClient({ offer, presence }: EngineClientDeps): EngineClient {
  const clientId = `client-${crypto.randomUUID()}`;
  const announce = announceOnce(presence, clientId);
  let connection: Promise<Connection> | undefined;

  async function connect(): Promise<Connection> {
    await announce();
    const opened = await openPort();
    const gone = new AbortController();
    presence.watch(opened.engineId, () => gone.abort(), gone.signal);
    gone.signal.addEventListener("abort", forget);
    return createConnection(opened.port, gone.signal);
  }

  async function openPort(): Promise<{ readonly port: MessagePort; readonly engineId: string }> {
    for (let attempt = 0; attempt < MAX_OFFERS; attempt++) {
      const { port1, port2 } = new MessageChannel();
      await offer({ clientId, port: port2 });
      const message = await firstMessage(port1);
      if (message?.type === "ready") return { port: port1, engineId: message.engineId };
      port1.close();
      if (message?.type === "refused") throw toError(message.error);
    }
    throw new NoReplyError("Cannot start the search engine: it does not answer; reload Atlas");
  }

  function forget(): void {
    connection = undefined;
  }

  return {
    call: async (name, request, { onEvent, signal } = {}) => {
      signal?.throwIfAborted();
      if (!connection) {
        connection = connect();
        connection.catch(forget);
      }
      const { call } = await connection;
      signal?.throwIfAborted();
      const reply = await call(
        { name, request },
        { onEvent: onEvent as ((event: unknown) => void) | undefined, signal },
      );
      return unwrap(reply as MessageReply<ReplyOf<EngineProtocol[typeof name]>>, name);
    },
  };
}

/** Undefined when none comes in time. */
function firstMessage(port: MessagePort): Promise<ServerMessage | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), GREETING_TIMEOUT_MS);
    port.onmessage = ({ data }: MessageEvent<ServerMessage>) => {
      clearTimeout(timer);
      resolve(data);
    };
  });
}
