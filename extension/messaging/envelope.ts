import { NoReplyError } from "../../engine/errors/no-reply-error";
import type { PlainError } from "../../engine/errors/to-plain-error";
import type { BackgroundMessage, EngineMessage, MessageReply } from "./protocol";

/** What travels through chrome.runtime: every context hears it, only the addressed one answers. */
export type Envelope =
  | { readonly to: "background"; readonly name: BackgroundMessage; readonly request: unknown }
  | { readonly to: "engine"; readonly name: EngineMessage; readonly request: unknown };

/** Validates an arriving message; anything else on the wire is not ours and stays unanswered. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== "object" || message === null) return false;
  const { to, name } = message as Partial<Envelope>;
  return (to === "background" || to === "engine") && typeof name === "string";
}

/** Unwraps a reply; a failed one rejects with an error carrying the same code and message. */
export function unwrap<T>(reply: MessageReply<T> | undefined, name: string): T {
  if (reply?.ok) return reply.value;
  throw reply ? toError(reply.error) : new NoReplyError(`Cannot reach Atlas for "${name}": no reply`);
}

/** An error of another context, with its code and message. */
export function toError({ code, message }: PlainError): Error {
  return Object.assign(new Error(message), { code });
}
