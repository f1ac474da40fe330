import { NoReplyError } from "../../engine/errors/no-reply-error";
import { type PlainError, toPlainError } from "../../engine/errors/to-plain-error";
import type { BackgroundMessage, MessageReply } from "./protocol";

/** What travels through chrome.runtime: every context hears it, only the addressed one answers. */
export interface Envelope {
  readonly to: "background";
  readonly name: BackgroundMessage;
  readonly request: unknown;
}

/** Validates an arriving message; anything else on the wire is not ours and stays unanswered. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== "object" || message === null) return false;
  const { to, name } = message as Partial<Envelope>;
  return to === "background" && typeof name === "string";
}

/** Makes a reply of whatever becomes of the work. */
export async function settle<T>(work: () => Promise<T>): Promise<MessageReply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toPlainError(error) };
  }
}

/** A handler for a message that nobody knows. */
export function unknownMessage(name: string): () => Promise<never> {
  return async () => {
    throw new TypeError(`Cannot answer "${name}": no such message`);
  };
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
