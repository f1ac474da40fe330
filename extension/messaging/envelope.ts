import { NoReplyError } from "../../engine/errors/no-reply-error";
import { type PlainError, toPlainError } from "../../engine/errors/to-plain-error";
import type { BackgroundMessage, MessageReply } from "./protocol";

/** A message over chrome.runtime: every context receives it, only the addressed one answers. */
export interface Envelope {
  readonly to: "background";
  readonly name: BackgroundMessage;
  readonly request: unknown;
}

/** Validates a received message; anything else is not ours and stays unanswered. */
export function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== "object" || message === null) return false;
  const { to, name } = message as Partial<Envelope>;
  return to === "background" && typeof name === "string";
}

/** The reply for the outcome of the work, a value or an error. */
export async function settle<T>(work: () => Promise<T>): Promise<MessageReply<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: toPlainError(error) };
  }
}

/** The handler of an unknown message. */
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
