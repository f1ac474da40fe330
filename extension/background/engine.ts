import { toPlainError } from "../../engine/errors/to-plain-error";
import { createEngineClient } from "../messaging/port/engine-client";
import type { ServerMessage } from "../messaging/port/engine-wire";
import { offerToEnginePage, type PortOffer } from "../platform/engine-port";
import { ensureOffscreenPage } from "../platform/offscreen-page";
import { webLocks } from "../platform/presence";

/** Sends a client's port to the engine, whose page is opened first where needed; on failure, the reason to the client. */
export async function connectToEngine(offer: PortOffer): Promise<void> {
  try {
    await ensureOffscreenPage();
    await offerToEnginePage(offer);
  } catch (error) {
    offer.port.postMessage({ type: "refused", error: toPlainError(error) } satisfies ServerMessage);
  }
}

/** Calls the engine from the service worker, starting it first where needed. */
export const { call: callEngine } = createEngineClient({ offer: connectToEngine, presence: webLocks });

/** Lets the engine index new entries of the outbox. */
export async function notifyEngine(): Promise<void> {
  await callEngine("outbox-drain", {});
}
