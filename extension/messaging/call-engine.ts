import { offerToServiceWorker } from "../platform/engine-port";
import { webLocks } from "../platform/presence";
import { createEngineClient } from "./engine-client";

/** Calls the engine from a page, starting it first if need be. All calls of a page share one port. */
export const { call: callEngine } = createEngineClient({ offer: offerToServiceWorker, presence: webLocks });
