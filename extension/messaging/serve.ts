import { toPlainError } from "../../engine/errors/to-plain-error";
import { onOwnMessage } from "../platform/runtime";
import { isEnvelope } from "./envelope";
import type { BackgroundProtocol, EngineProtocol, MessageReply } from "./protocol";

/** One handler a message; TypeScript holds the list complete. */
export type Handlers<Protocol extends Record<keyof Protocol, { request: unknown; reply: unknown }>> = {
  readonly [Name in keyof Protocol]: (request: Protocol[Name]["request"]) => Promise<Protocol[Name]["reply"]>;
};

/** Answers the messages addressed to this context and stays silent on all others. */
export function serve(to: "background", handlers: Handlers<BackgroundProtocol>): void;
export function serve(to: "engine", handlers: Handlers<EngineProtocol>): void;
export function serve(to: "background" | "engine", handlers: object): void {
  const byName = new Map<string, (request: unknown) => Promise<unknown>>(Object.entries(handlers));
  onOwnMessage((message, respond) => {
    if (!isEnvelope(message) || message.to !== to) return false;
    void answer(byName.get(message.name), message.name, message.request).then(respond);
    return true;
  });
}

async function answer(
  handler: ((request: unknown) => Promise<unknown>) | undefined,
  name: string,
  request: unknown,
): Promise<MessageReply<unknown>> {
  if (!handler)
    return { ok: false, error: { code: "bug", message: `Cannot answer "${name}": no such message` } };
  try {
    return { ok: true, value: (await handler(request)) ?? null };
  } catch (error) {
    return { ok: false, error: toPlainError(error) };
  }
}
