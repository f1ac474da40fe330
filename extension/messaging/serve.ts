import { onOwnMessage } from "../platform/runtime";
import { isEnvelope, settle, unknownMessage } from "./envelope";
import type { BackgroundMessage, BackgroundProtocol, ReplyOf } from "./protocol";

/** One handler a message; TypeScript holds the table complete. */
export type BackgroundHandlers = {
  readonly [Name in BackgroundMessage]: (
    request: BackgroundProtocol[Name]["request"],
  ) => Promise<ReplyOf<BackgroundProtocol[Name]>>;
};

/** Answers the messages addressed to the service worker and stays silent on all others. */
export function serve(handlers: BackgroundHandlers): void {
  const byName = new Map(Object.entries(handlers) as [string, (request: unknown) => Promise<unknown>][]);
  onOwnMessage((message, respond) => {
    if (!isEnvelope(message)) return false;
    const { name, request } = message;
    const handler = byName.get(name) ?? unknownMessage(name);
    void settle(() => handler(request)).then(respond);
    return true;
  });
}
