import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ModelSummary } from "../../../engine/llm/models";
import type { ModelSettings } from "../../../engine/model/model-settings";
import * as promptApi from "../../platform/prompt-api";
import { fakeChrome } from "../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../testing/fake-messaging";
import { useModels } from "./use-models";

const MODEL: ModelSummary = {
  ...{ id: "web/one", providerId: "web", name: "One", locality: "device" },
  ...{ state: "downloadable", contextTokens: 4_096 },
};
const SERVER = { id: "ollama", name: "Ollama", baseUrl: "http://localhost:11434" };

/** Model settings that the fake service worker keeps. */
async function setUp(settings: Partial<ModelSettings> = {}, handlers: FakeHandlers = {}) {
  const chrome = fakeChrome();
  const stored: { settings: ModelSettings } = {
    settings: { policy: "device", servers: [], race: false, ...settings },
  };
  const messaging = fakeMessaging({
    "model-settings-get": () => stored.settings,
    "model-settings-set": (changed) => {
      stored.settings = changed;
      return null;
    },
    "model-list": () => ({ models: [MODEL], spent: { today: 0, month: 0 } }),
    "model-key-list": () => ["ollama"],
    "model-key-set": () => null,
    "connector-list": () => [],
    "source-list": () => [],
    ...handlers,
  });
  const hook = renderHook(() => useModels());
  await act(async () => {});
  return { ...hook, chrome, messaging, stored };
}

test("useModels() reads settings, models and which servers have a key", async () => {
  const { result } = await setUp();
  expect(result.current.value).toMatchObject({
    settings: { policy: "device" },
    models: [MODEL],
    withKey: ["ollama"],
  });
});

test("useModels() has no list of keys while the vault is locked", async () => {
  const { result } = await setUp({}, { "model-key-list": () => Promise.reject(new Error("Locked")) });
  expect(result.current.value).toBeDefined();
  expect(result.current.value).not.toHaveProperty("withKey");
  expect(result.current.problem).toBeUndefined();
});

test("useModels() changes the stored settings, not the rendered ones", async () => {
  const { result, stored } = await setUp();
  stored.settings = { ...stored.settings, race: true };
  await act(async () => result.current.change({ policy: "network" }));
  expect(stored.settings).toMatchObject({ policy: "network", race: true });
  expect(result.current.value?.settings).toEqual(stored.settings);
});

test("useModels() removes a limit, and the preferred model, that is left out", async () => {
  const { result, stored } = await setUp({ dailyBudget: 1, monthlyBudget: 10, preferredModelId: "web/one" });
  await act(async () => result.current.setBudget({ monthlyBudget: 5 }));
  await act(async () => result.current.prefer(undefined));
  expect(stored.settings).toEqual({ policy: "device", servers: [], race: false, monthlyBudget: 5 });
  await act(async () => result.current.prefer("web/two"));
  expect(stored.settings.preferredModelId).toBe("web/two");
});

test("useModels() asks for the host of a server before it adds the server with its key", async () => {
  const { result, chrome, messaging, stored } = await setUp();
  await act(async () => result.current.addServer({ name: "Ollama", baseUrl: SERVER.baseUrl, key: "secret" }));
  expect(chrome.access.requests).toEqual([["http://localhost/*"]]);
  expect(stored.settings.servers).toEqual([SERVER]);
  expect(messaging.requests("model-key-set")).toEqual([{ serverId: "ollama", key: "secret" }]);
});

test("useModels() adds no server without access to its host, and shows the problem", async () => {
  const { result, chrome, stored } = await setUp();
  chrome.access.grants = false;
  await act(async () => result.current.addServer({ name: "Ollama", baseUrl: SERVER.baseUrl, key: "" }));
  expect(result.current).toMatchObject({
    busy: false,
    problem: "Chrome did not give access to localhost:11434, so it cannot be asked",
  });
  expect(stored.settings.servers).toEqual([]);
});

test("useModels() revokes the host of a removed server", async () => {
  const { result, chrome, stored } = await setUp({ servers: [SERVER] });
  chrome.access.granted.add("http://localhost/*");
  await act(async () => result.current.removeServer(SERVER));
  expect(stored.settings.servers).toEqual([]);
  expect([...chrome.access.granted]).toEqual([]);
});

test("useModels() adds the companion", async () => {
  const { result, messaging } = await setUp({}, { "companion-set": () => null });
  const companion = { baseUrl: "http://127.0.0.1:8787", token: "token" };
  await act(async () => result.current.addCompanion(companion));
  expect(messaging.requests("companion-set")).toEqual([companion]);
});

test("useModels() downloads Chrome's own model inside the click, and others in the engine", async () => {
  const startBuiltIn = vi.spyOn(promptApi, "startBuiltInDownload").mockResolvedValue();
  const { result, messaging } = await setUp({}, { "model-download": () => null });
  await act(async () => result.current.download({ ...MODEL, providerId: "chrome" }));
  expect(startBuiltIn).toHaveBeenCalledOnce();
  await act(async () => result.current.download(MODEL));
  expect(messaging.requests("model-download")).toEqual([{ modelId: "web/one" }]);
});

test("useModels() reads the models every second while one is downloaded", async () => {
  vi.useFakeTimers();
  let downloading: number | undefined = 0.1;
  const { result, messaging } = await setUp(
    {},
    {
      "model-list": () => ({
        models: [{ ...MODEL, ...(downloading !== undefined && { downloading }) }],
        spent: { today: 0, month: 0 },
      }),
    },
  );
  downloading = undefined;
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(result.current.value?.models[0]).not.toHaveProperty("downloading");
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(messaging.requests("model-list")).toHaveLength(2);
});

test("useModels() refreshes the models of servers", async () => {
  const { result, messaging } = await setUp();
  await act(async () => result.current.refresh());
  expect(messaging.requests("model-list")).toEqual([{}, { fresh: true }, {}]);
});
