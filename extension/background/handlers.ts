import { broadcastChange } from "../messaging/changes";
import type { BackgroundHandlers } from "../messaging/serve";
import {
  changeModelSettings,
  modelKey,
  modelSettings,
  serversWithKey,
  setCompanion,
  setModelKey,
} from "./model-settings";
import { focusActiveSelection, focusLink, focusPage } from "./page/focus-page";
import { savePage } from "./page/save-page";
import { removeEverything } from "./remove-everything";
import { ingest } from "./sources/ingest";
import { cancelSignIn, connectSource, reconnectSource } from "./sources/sign-in";
import { runDue, runSync } from "./sources/sync";
import { bindVaultLock, changePassphrase, lockVault, unlockVault, vaultSummary } from "./vault/vault-lock";

/** Every message the service worker answers, bound to what does it. */
export const backgroundHandlers: BackgroundHandlers = {
  "connector-list": async () => ingest().listConnectors(),
  "source-list": () => ingest().list(),
  "source-add": async (request) => {
    const sourceId = await ingest().addSource(request);
    void runSync(() => ingest().syncNow(sourceId));
    return sourceId;
  },
  "source-update": async ({ sourceId, ...change }) => {
    await ingest().updateSource(sourceId, change);
    void runDue();
  },
  "source-remove": async ({ sourceId }) => {
    await ingest().removeSource(sourceId);
    // Answers that cite it are gone.
    broadcastChange("chats");
  },
  "source-sync": async ({ sourceId }) => void runSync(() => ingest().syncNow(sourceId)),
  "source-connect": connectSource,
  "source-reconnect": reconnectSource,
  "sign-in-cancel": async ({ signInId }) => cancelSignIn(signInId),
  "source-disconnect": async ({ sourceId, forget }) => {
    await ingest().disconnectSource(sourceId, { forget });
    if (forget) broadcastChange("chats");
  },
  "item-retry": ({ sourceId, itemId }) => ingest().retryItem(sourceId, itemId),
  "vault-status": vaultSummary,
  "vault-passphrase": ({ passphrase }) => changePassphrase(passphrase),
  "vault-unlock": ({ passphrase }) => unlockVault(passphrase),
  "vault-idle-lock": async () => bindVaultLock(),
  "vault-lock": lockVault,
  "model-settings-get": modelSettings,
  "model-settings-set": changeModelSettings,
  "model-key-set": ({ serverId, key }) => setModelKey(serverId, key),
  "companion-set": setCompanion,
  "model-key-get": ({ serverId }) => modelKey(serverId),
  "model-key-list": serversWithKey,
  "ledger-list": ({ sourceId, ...query }) => ingest().ledger(sourceId, query),
  "item-remove": ({ sourceId, itemId }) => ingest().removeItem(sourceId, itemId),
  "data-clear": removeEverything,
  "page-save": () => savePage(),
  "page-focus": ({ tabId }) => focusPage(tabId),
  "selection-focus": focusActiveSelection,
  "link-focus": ({ url }) => focusLink(url),
};
