import { createAuth } from "../../../engine/auth/create-auth";
import { createIngest, type Ingest } from "../../../engine/create-ingest";
import type { Fetch } from "../../../engine/ports/fetch";
import { openStore } from "../../../engine/store/open-store";
import { wait } from "../../../engine/util/wait";
import { broadcastChange } from "../../messaging/changes";
import { STORE_NAME } from "../../messaging/store-name";
import { browserPorts } from "../../platform/browser-ports";
import { webAuth } from "../../platform/web-auth";
import { notifyEngine } from "../engine";
import { companionAccess } from "../model-settings";
import { vault } from "../vault/open-vault";

const clock = { now: () => Date.now() };
const browserFetch: Fetch = (url, init) => fetch(url, init);

const auth = createAuth({
  fetch: browserFetch,
  clock,
  wait,
  webAuth,
  companion: companionAccess,
});

// A cache only: everything that matters is in the store, and the next wake-up makes a new one.
let current: Ingest | undefined;

/** The ingest side of the engine, assembled on first use in this life of the service worker. */
export function ingest(): Ingest {
  current ??= createIngest({
    store: openStore({ name: STORE_NAME, clock }),
    clock,
    fetch: browserFetch,
    vault,
    auth,
    webAuth,
    ...browserPorts,
    random: Math.random,
    locale: navigator.language,
    onChange: () => {
      broadcastChange("sources", "ledger");
      // What it misses it finds in the outbox when the next alarm starts it.
      notifyEngine().catch(reportError);
    },
  });
  return current;
}
