import type { BackgroundProtocol } from "../messaging/protocol";
import type { Handlers } from "../messaging/serve";
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
import { ensureEngine } from "./send-to-engine";
import { ingest } from "./sources/ingest";
import { cancelSignIn, connectSource, reconnectSource } from "./sources/sign-in";
import { runDue, runSync } from "./sources/sync";
import { bindVaultLock, changePassphrase, lockVault, unlockVault, vaultSummary } from "./vault/vault-lock";

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
  "source-connect": connectSource,
  "source-reconnect": async (request) => {
    await reconnectSource(request);
    return null;
  },
  "sign-in-cancel": async ({ signInId }) => {
    cancelSignIn(signInId);
    return null;
  },
  "source-disconnect": async ({ sourceId, forget }) => {
    await ingest().disconnectSource(sourceId, { forget });
    return null;
  },
  "item-retry": async ({ sourceId, itemId }) => {
    await ingest().retryItem(sourceId, itemId);
    return null;
  },
  "vault-status": vaultSummary,
  "vault-passphrase": async ({ passphrase }) => {
    await changePassphrase(passphrase);
    return null;
  },
  "vault-unlock": async ({ passphrase }) => {
    await unlockVault(passphrase);
    return null;
  },
  "vault-watch": async () => {
    bindVaultLock();
    return null;
  },
  "vault-lock": async () => {
    await lockVault();
    return null;
  },
  "model-settings-get": modelSettings,
  "model-settings-set": async (settings) => {
    await changeModelSettings(settings);
    return null;
  },
  "model-key-set": async ({ serverId, key }) => {
    await setModelKey(serverId, key);
    return null;
  },
  "companion-set": async (companion) => {
    await setCompanion(companion);
    return null;
  },
  "model-key-get": ({ serverId }) => modelKey(serverId),
  "model-key-list": serversWithKey,
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
  "page-focus": ({ tabId }) => focusPage(tabId),
  "selection-focus": focusActiveSelection,
  "link-focus": async ({ url }) => focusLink(url),
  "engine-ensure": async () => {
    await ensureEngine();
    return null;
  },
};
