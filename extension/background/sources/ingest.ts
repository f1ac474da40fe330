import { createAuth } from "../../../engine/auth/create-auth";
import { createIngest, type Ingest } from "../../../engine/create-ingest";
import type { Fetch } from "../../../engine/ports/fetch";
import { openStore } from "../../../engine/store/open-store";
import { wait } from "../../../engine/util/wait";
import { broadcastChange } from "../../messaging/changes";
import { STORE_NAME } from "../../messaging/store-name";
import { browserPorts } from "../../platform/browser-ports";
import { sourceRecord } from "../../platform/source-record";
import { webAuth } from "../../platform/web-auth";
import { notifyEngine } from "../engine";
import { companionAccess } from "../model-settings";
import { vault } from "../vault/open-vault";
import { recordSources } from "./record-sources";

const clock = { now: () => Date.now() };
const browserFetch: Fetch = (url, init) => fetch(url, init);

const auth = createAuth({
  fetch: browserFetch,
  clock,
  wait,
  webAuth,
  companion: companionAccess,
});

// A cache: all state is in the store, and the next service worker makes a new one.
let current: Ingest | undefined;

/** The ingest half of the engine, assembled on first use. */
export function ingest(): Ingest {
  current ??= createIngest({
    store: recordSources(openStore({ name: STORE_NAME, clock }), sourceRecord),
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
      // The outbox keeps the work until the next alarm starts the engine.
      notifyEngine().catch(reportError);
    },
  });
  return current;
}
