import { beforeEach, expect, test, vi } from "vitest";
import type { ModelServer, ModelSettings } from "../../engine/model/model-settings";
import { createMemoryVault } from "../../engine/testing/fakes/memory-vault";
import type { Vault } from "../../engine/vault/vault";
import { callEngine } from "./engine";
import {
  changeModelSettings,
  companionAccess,
  modelKey,
  modelSettings,
  serversWithKey,
  setCompanion,
  setModelKey,
} from "./model-settings";

/** What the service worker keeps, and whether the engine runs. */
const state = vi.hoisted(() => ({
  models: {} as ModelSettings,
  vault: {} as Vault,
  isEngineOpen: true,
}));

vi.mock("./vault/open-vault", () => ({
  get vault() {
    return state.vault;
  },
}));
vi.mock("../platform/preferences", () => ({
  readPreferences: async () => ({ models: state.models }),
  changePreferences: async ({ models }: { readonly models: ModelSettings }) => {
    state.models = models;
  },
}));
vi.mock("../platform/offscreen-page", () => ({ isOffscreenPageOpen: async () => state.isEngineOpen }));
vi.mock("./engine", () => ({ callEngine: vi.fn(async () => {}) }));
vi.mock("../messaging/changes", () => ({ broadcastChange: () => {} }));

const OLLAMA: ModelServer = { id: "ollama", name: "Ollama", baseUrl: "http://localhost:11434" };
const LAB: ModelServer = { id: "lab", name: "Lab", baseUrl: "http://lab.local:8000/v1" };

beforeEach(() => {
  vi.clearAllMocks();
  state.models = { policy: "device", servers: [OLLAMA, LAB], race: false };
  state.vault = createMemoryVault();
  state.isEngineOpen = true;
});

test("changeModelSettings() keeps the settings and sends them to an engine that runs", async () => {
  const next: ModelSettings = { ...state.models, policy: "network" };
  await changeModelSettings(next);
  expect(await modelSettings()).toEqual(next);
  expect(vi.mocked(callEngine).mock.calls).toEqual([["model-settings", next]]);
});

test("changeModelSettings() starts no engine, and keeps the settings when the engine fails", async () => {
  state.isEngineOpen = false;
  await changeModelSettings({ ...state.models, policy: "network" });
  expect(callEngine).not.toHaveBeenCalled();
  state.isEngineOpen = true;
  vi.mocked(callEngine).mockRejectedValueOnce(new Error("The search engine stopped midway"));
  await changeModelSettings({ ...state.models, policy: "cloud" });
  expect((await modelSettings()).policy).toBe("cloud");
});

test("a key is forgotten with its server, or when the server moves to another origin", async () => {
  await setModelKey("ollama", "key-1");
  await setModelKey("lab", "key-2");
  expect(await serversWithKey()).toEqual(["ollama", "lab"]);
  await changeModelSettings({ ...state.models, servers: [{ ...LAB, baseUrl: "http://lab.local:8000" }] });
  expect(await modelKey("ollama")).toBeNull();
  expect(await modelKey("lab")).toBe("key-2");
  await changeModelSettings({ ...state.models, servers: [{ ...LAB, baseUrl: "http://other.local:8000" }] });
  expect(await modelKey("lab")).toBeNull();
});

test("keys are not told while the vault is locked", async () => {
  await setModelKey("ollama", "key-1");
  await state.vault.setPassphrase("horse");
  await state.vault.lock();
  await expect(modelKey("ollama")).rejects.toMatchObject({ code: "locked" });
  await expect(setModelKey("ollama", "key-2")).rejects.toMatchObject({ code: "locked" });
});

test("setCompanion() keeps one companion with its pairing token, and refuses an address in the open", async () => {
  await setCompanion({ baseUrl: " http://127.0.0.1:8787/v1/ ", token: "pairing" });
  await setCompanion({ baseUrl: "http://127.0.0.1:8787" });
  expect(state.models.servers.filter(({ kind }) => kind === "companion")).toHaveLength(1);
  expect(await companionAccess()).toEqual({ baseUrl: "http://127.0.0.1:8787", token: "pairing" });
  await expect(setCompanion({ baseUrl: "http://elsewhere.example" })).rejects.toMatchObject({
    code: "settings",
  });
  expect((await companionAccess())?.baseUrl).toBe("http://127.0.0.1:8787");
});
