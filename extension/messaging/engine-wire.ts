import type { PlainError } from "../../engine/errors/to-plain-error";
import type { EngineMessage, MessageReply } from "./protocol";

/** From a client to the engine, over its port. */
export type ClientMessage =
  | {
      readonly type: "call";
      /** Chosen by the client; names the call in everything that follows. */
      readonly callId: number;
      readonly name: EngineMessage;
      readonly request: unknown;
    }
  /** Nobody waits for the call any more: no event and no reply of it is wanted. */
  | { readonly type: "cancel"; readonly callId: number };

/** From the engine to a client. `ready` or `refused` comes first. */
export type ServerMessage =
  /** `engineId` is the name under which the engine is alive. */
  | { readonly type: "ready"; readonly engineId: string }
  | { readonly type: "refused"; readonly error: PlainError }
  | { readonly type: "event"; readonly callId: number; readonly event: unknown }
  | { readonly type: "reply"; readonly callId: number; readonly reply: MessageReply<unknown> };
