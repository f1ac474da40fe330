import type { BackgroundProtocol } from "../messaging/protocol";
import type { Handlers } from "../messaging/serve";
import { ensureEngine } from "./engine";
import { focusLink, focusPage } from "./focus";
import { ingest } from "./ingest";
import { removeEverything } from "./remove-everything";
import { savePage } from "./save-page";
import { runDue, runSync } from "./sync";

/** Every message the service worker answers, bound to what does it. */
export const backgroundHandlers: Handlers<BackgroundProtocol> = {
  "connector-list": async () => ingest().listConnectors(),
  "source-list": async () => ingest().list(),
  "source-add": async (request) => {
    const sourceId = await ingest().addSource(request);
    void runSync(() => ingest().syncNow(sourceId));
    return sourceId;
  },
  "source-update": async ({ sourceId, ...patch }) => {
    await ingest().updateSource(sourceId, patch);
    void runDue();
    return null;
  },
  "source-remove": async ({ sourceId }) => {
    await ingest().removeSource(sourceId);
    return null;
  },
  "source-sync": async ({ sourceId }) => {
    void runSync(() => ingest().syncNow(sourceId));
    return null;
  },
  "ledger-list": async ({ sourceId, ...options }) => ingest().ledger(sourceId, options),
  "item-remove": async ({ sourceId, itemId }) => {
    await ingest().removeItem(sourceId, itemId);
    return null;
  },
  "everything-remove": async () => {
    await removeEverything();
    return null;
  },
  "page-save": async () => savePage(),
  "page-focus": async () => focusPage(),
  "link-focus": async ({ url }) => focusLink(url),
  "engine-ensure": async () => {
    await ensureEngine();
    return null;
  },
};
