import { sendMessage } from "../platform/runtime";
import { unwrap } from "./envelope";
import type { BackgroundMessage, BackgroundProtocol, MessageReply, ReplyOf } from "./protocol";

/** Calls a handler in the service worker. Rejects with an error that carries the handler's `code`. */
export async function callBackground<Name extends BackgroundMessage>(
  name: Name,
  request: BackgroundProtocol[Name]["request"],
): Promise<ReplyOf<BackgroundProtocol[Name]>> {
  const reply = await sendMessage<MessageReply<ReplyOf<BackgroundProtocol[Name]>>>({
    to: "background",
    name,
    request,
  });
  return unwrap(reply, name);
}
