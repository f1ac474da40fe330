import { beforeEach, describe, expect, test, vi } from "vitest";
import { LockedError } from "../../engine/errors/locked-error";
import { serve } from "../messaging/serve";
import { backgroundHandlers } from "./handlers";

type Listener = (message: unknown, respond: (reply: unknown) => void) => boolean;

/** Everything a handler may call. Each returns its own name unless a test says otherwise. */
const calls = vi.hoisted(() => {
  const named = (name: string) => vi.fn(async (..._parameters: unknown[]): Promise<unknown> => name);
  return {
    ingest: {
      listConnectors: named("listConnectors"),
      list: named("list"),
      addSource: named("addSource"),
      updateSource: named("updateSource"),
      removeSource: named("removeSource"),
      disconnectSource: named("disconnectSource"),
      retryItem: named("retryItem"),
      removeItem: named("removeItem"),
      ledger: named("ledger"),
      syncNow: named("syncNow"),
    },
    sync: {
      runDue: named("runDue"),
      runSync: vi.fn(async (work: () => Promise<unknown>) => {
        await work();
      }),
    },
    signIn: {
      connectSource: named("connectSource"),
      reconnectSource: named("reconnectSource"),
      cancelSignIn: vi.fn(),
    },
    models: {
      modelSettings: named("modelSettings"),
      changeModelSettings: named("changeModelSettings"),
      setModelKey: named("setModelKey"),
      setCompanion: named("setCompanion"),
      modelKey: named("modelKey"),
      serversWithKey: named("serversWithKey"),
    },
    vault: {
      vaultSummary: named("vaultSummary"),
      changePassphrase: named("changePassphrase"),
      unlockVault: named("unlockVault"),
      lockVault: named("lockVault"),
      bindVaultLock: vi.fn(),
    },
    focus: {
      focusPage: named("focusPage"),
      focusActiveSelection: named("focusActiveSelection"),
      focusLink: named("focusLink"),
    },
    savePage: named("savePage"),
    removeEverything: named("removeEverything"),
    broadcastChange: vi.fn(),
    listen: vi.fn((_: Listener) => {}),
  };
});

vi.mock("./sources/ingest", () => ({ ingest: () => calls.ingest }));
vi.mock("./sources/sync", () => calls.sync);
vi.mock("./sources/sign-in", () => calls.signIn);
vi.mock("./model-settings", () => calls.models);
vi.mock("./vault/vault-lock", () => calls.vault);
vi.mock("./page/focus-page", () => calls.focus);
vi.mock("./page/save-page", () => ({ savePage: calls.savePage }));
vi.mock("./remove-everything", () => ({ removeEverything: calls.removeEverything }));
vi.mock("../messaging/changes", () => ({ broadcastChange: calls.broadcastChange }));
vi.mock("../platform/runtime", () => ({ onOwnMessage: calls.listen }));

beforeEach(() => vi.clearAllMocks());

/** Sends a message as a page does, and gives the reply; undefined where nobody answers. */
async function send(message: object): Promise<unknown> {
  serve(backgroundHandlers);
  const listener = calls.listen.mock.lastCall?.[0];
  return new Promise((resolve) => {
    if (!listener?.(message, resolve)) resolve(undefined);
  });
}

const { ingest, sync, signIn: signIns, models, vault, focus } = calls;
const SOURCE = { sourceId: "notes" };
const QUERY = { withReason: true, offset: 0, limit: 50 };
const SIGN_IN = { signInId: "1", signIn: { methodId: "token", entered: { token: "secret" } } };
const SETTINGS = { policy: "device", servers: [], race: false };
const SERVER = { serverId: "ollama" };
const COMPANION = { baseUrl: "http://127.0.0.1:8787" };

interface Case {
  /** What is called, and with what. */
  readonly call: ReturnType<typeof vi.fn>;
  readonly parameters: readonly unknown[];
  readonly request?: object;
  /** The call's own name where absent; null for a message without a reply. */
  readonly reply?: null;
}

const CASES: Record<keyof typeof backgroundHandlers, Case> = {
  "connector-list": { call: ingest.listConnectors, parameters: [] },
  "source-list": { call: ingest.list, parameters: [] },
  "source-add": {
    call: ingest.addSource,
    request: { connectorId: "folder", label: "Notes" },
    parameters: [{ connectorId: "folder", label: "Notes" }],
  },
  "source-update": {
    call: ingest.updateSource,
    request: { ...SOURCE, paused: true },
    parameters: ["notes", { paused: true }],
    reply: null,
  },
  "source-remove": { call: ingest.removeSource, request: SOURCE, parameters: ["notes"], reply: null },
  "source-sync": { call: ingest.syncNow, request: SOURCE, parameters: ["notes"], reply: null },
  "source-connect": {
    call: signIns.connectSource,
    request: { connectorId: "github", ...SIGN_IN },
    parameters: [{ connectorId: "github", ...SIGN_IN }],
  },
  "source-reconnect": {
    call: signIns.reconnectSource,
    request: { ...SOURCE, ...SIGN_IN },
    parameters: [{ ...SOURCE, ...SIGN_IN }],
  },
  "sign-in-cancel": {
    call: signIns.cancelSignIn,
    request: { signInId: "1" },
    parameters: ["1"],
    reply: null,
  },
  "source-disconnect": {
    call: ingest.disconnectSource,
    request: { ...SOURCE, forget: true },
    parameters: ["notes", { forget: true }],
    reply: null,
  },
  "item-retry": {
    call: ingest.retryItem,
    request: { ...SOURCE, itemId: "a" },
    parameters: ["notes", "a"],
  },
  "vault-status": { call: vault.vaultSummary, parameters: [{}] },
  "vault-passphrase": { call: vault.changePassphrase, request: { passphrase: null }, parameters: [null] },
  "vault-unlock": { call: vault.unlockVault, request: { passphrase: "horse" }, parameters: ["horse"] },
  "vault-idle-lock": { call: vault.bindVaultLock, parameters: [], reply: null },
  "vault-lock": { call: vault.lockVault, parameters: [{}] },
  "model-settings-get": { call: models.modelSettings, parameters: [{}] },
  "model-settings-set": { call: models.changeModelSettings, request: SETTINGS, parameters: [SETTINGS] },
  "model-key-set": {
    call: models.setModelKey,
    request: { ...SERVER, key: "secret" },
    parameters: ["ollama", "secret"],
  },
  "companion-set": { call: models.setCompanion, request: COMPANION, parameters: [COMPANION] },
  "model-key-get": { call: models.modelKey, request: SERVER, parameters: ["ollama"] },
  "model-key-list": { call: models.serversWithKey, parameters: [{}] },
  "ledger-list": { call: ingest.ledger, request: { ...SOURCE, ...QUERY }, parameters: ["notes", QUERY] },
  "item-remove": {
    call: ingest.removeItem,
    request: { ...SOURCE, itemId: "a" },
    parameters: ["notes", "a"],
  },
  "data-clear": { call: calls.removeEverything, parameters: [{}] },
  "page-save": { call: calls.savePage, parameters: [] },
  "page-focus": { call: focus.focusPage, request: { tabId: 7 }, parameters: [7] },
  "selection-focus": { call: focus.focusActiveSelection, parameters: [{}] },
  "link-focus": {
    call: focus.focusLink,
    request: { url: "https://a.example" },
    parameters: ["https://a.example"],
  },
};

describe("backgroundHandlers", () => {
  test.each(Object.entries(CASES))("%s does its work and gives what came of it", async (name, expected) => {
    const { call, request = {}, parameters, reply } = expected;
    const received = await send({ to: "background", name, request });
    expect(call.mock.calls).toEqual([parameters]);
    const value = reply === null ? undefined : await call.mock.results[0]?.value;
    expect(received).toEqual({ ok: true, value });
  });

  const FALLIBLE = Object.entries(CASES).filter(
    ([name]) => !["source-sync", "sign-in-cancel", "vault-idle-lock"].includes(name),
  );

  test.each(FALLIBLE)("%s passes an error on with its code", async (name, { call, request = {} }) => {
    call.mockImplementationOnce(() => {
      throw new LockedError("Cannot read sign-ins: enter the passphrase");
    });
    expect(await send({ to: "background", name, request })).toEqual({
      ok: false,
      error: { code: "locked", message: "Cannot read sign-ins: enter the passphrase" },
    });
  });

  test("a source that was added is read, one that was changed is read when it is due", async () => {
    await send({ to: "background", name: "source-add", request: { connectorId: "folder" } });
    expect(ingest.syncNow.mock.calls).toEqual([["addSource"]]);
    await send({ to: "background", name: "source-update", request: { ...SOURCE, deviceOnly: true } });
    expect(sync.runDue).toHaveBeenCalledTimes(1);
  });

  test("pages hear that answers are gone with their source, and only then", async () => {
    await send({ to: "background", name: "source-disconnect", request: { ...SOURCE, forget: false } });
    expect(calls.broadcastChange).not.toHaveBeenCalled();
    await send({ to: "background", name: "source-disconnect", request: { ...SOURCE, forget: true } });
    await send({ to: "background", name: "source-remove", request: SOURCE });
    expect(calls.broadcastChange.mock.calls).toEqual([["chats"], ["chats"]]);
  });

  test("a message nobody knows is a bug, and what is not addressed to Atlas stays unanswered", async () => {
    expect(await send({ to: "background", name: "toString", request: {} })).toEqual({
      ok: false,
      error: { code: "bug", message: 'Cannot answer "toString": no such message' },
    });
    expect(await send({ to: "nobody", name: "vault-lock", request: {} })).toBeUndefined();
  });
});
