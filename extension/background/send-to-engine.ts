import { unwrap } from "../messaging/envelope";
import type { EngineMessage, EngineProtocol, MessageReply } from "../messaging/protocol";
import { ensureOffscreenPage } from "../platform/offscreen-page";
import { sendMessage } from "../platform/runtime";

/** Half a minute: a page that loads while a slow machine is busy still makes it. */
const MAX_ATTEMPTS = 300;
const RETRY_DELAY_MS = 100;

/** Calls the engine from the service worker, opening its page first and waiting until it listens. */
export async function sendToEngine<Name extends EngineMessage>(
  name: Name,
  request: EngineProtocol[Name]["request"],
): Promise<EngineProtocol[Name]["reply"]> {
  await ensureEngine();
  return unwrap(
    await sendMessage<MessageReply<EngineProtocol[Name]["reply"]>>({ to: "engine", name, request }),
    name,
  );
}

/** Resolves once the engine's page is open and answers. */
export async function ensureEngine(): Promise<void> {
  await ensureOffscreenPage();
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    // The page answers from its first script line on; before that nobody listens.
    if (await sendMessage({ to: "engine", name: "engine-ping", request: {} })) return;
    await new Promise((resolve) => setTimeout(resolve, RETRY_DELAY_MS));
  }
  throw new Error("Cannot start the search engine: its page does not answer; reload Atlas");
}

/** Tells the engine that the outbox may hold new work. */
export async function notifyEngine(): Promise<void> {
  await sendToEngine("outbox-poke", {});
}
