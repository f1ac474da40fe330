import { toPlainError } from "../../engine/errors/to-plain-error";
import { createEngineClient } from "../messaging/engine-client";
import type { ServerMessage } from "../messaging/engine-wire";
import { offerToEnginePage, type PortOffer } from "../platform/engine-port";
import { ensureOffscreenPage } from "../platform/offscreen-page";
import { webLocks } from "../platform/presence";

/** Brings a client's port to the engine, whose page is opened first if need be. A client that is refused hears why. */
export async function connectToEngine(offer: PortOffer): Promise<void> {
  try {
    await ensureOffscreenPage();
    await offerToEnginePage(offer);
  } catch (error) {
    offer.port.postMessage({ type: "refused", error: toPlainError(error) } satisfies ServerMessage);
  }
}

/** Calls the engine from the service worker, starting it first if need be. */
export const { call: callEngine } = createEngineClient({ offer: connectToEngine, presence: webLocks });

/** Tells the engine that the outbox may hold new work. */
export async function notifyEngine(): Promise<void> {
  await callEngine("outbox-drain", {});
}
