import type { PlainError } from "../../../engine/errors/to-plain-error";
import type { EngineMessage, MessageReply } from "../protocol";

/** From a client to the engine, over its port. */
export type ClientMessage =
  | {
      readonly type: "call";
      /** Chosen by the client; names the call in all later messages. */
      readonly callId: number;
      readonly name: EngineMessage;
      readonly request: unknown;
    }
  /** The caller no longer waits: the call gets no further event and no reply. */
  | { readonly type: "cancel"; readonly callId: number };

/** From the engine to a client. `ready` or `refused` comes first. */
export type ServerMessage =
  /** `engineId` is the name under which the engine is alive. */
  | { readonly type: "ready"; readonly engineId: string }
  | { readonly type: "refused"; readonly error: PlainError }
  | { readonly type: "event"; readonly callId: number; readonly event: unknown }
  | { readonly type: "reply"; readonly callId: number; readonly reply: MessageReply<unknown> };
