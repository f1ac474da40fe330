import { sendMessage } from "../platform/runtime";
import { callBackground } from "./call-background";
import { unwrap } from "./envelope";
import type { EngineMessage, EngineProtocol, MessageReply } from "./protocol";

/** Calls the engine from a page, starting it first if need be. */
export async function callEngine<Name extends EngineMessage>(
  name: Name,
  request: EngineProtocol[Name]["request"],
): Promise<EngineProtocol[Name]["reply"]> {
  await callBackground("engine-ensure", {});
  const reply = await sendMessage<MessageReply<EngineProtocol[Name]["reply"]>>({
    to: "engine",
    name,
    request,
  });
  return unwrap(reply, name);
}
