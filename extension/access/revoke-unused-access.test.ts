import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connectors } from "../../engine/connectors/registry";
import type { ModelServer } from "../../engine/model/model-settings";
import { revokeUnusedAccess } from "./revoke-unused-access";
import { serverAccess } from "./server-access";
import { setCompanion } from "./set-companion";
import { sourceAccess } from "./source-access";

const OLLAMA: ModelServer = { id: "ollama", name: "Ollama", baseUrl: "http://localhost:11434" };
const COMPANION: ModelServer = {
  id: "companion",
  name: "Companion",
  baseUrl: "http://127.0.0.1:8787",
  kind: "companion",
};
const VENDOR: ModelServer = { id: "vendor", name: "Vendor", baseUrl: "https://models.example/v1" };

/** The granted permissions, and the stored servers and sources. */
const granted = new Set<string>();
let servers: readonly ModelServer[] = [];
let sources: readonly { readonly connectorId: string; readonly settings: object }[] = [];

beforeEach(() => {
  granted.clear();
  servers = [];
  sources = [];
  const replies: Record<string, (request: unknown) => unknown> = {
    "connector-list": () => connectors.map(({ declaration }) => declaration),
    "source-list": () => sources.map((source) => ({ source })),
    "model-settings-get": () => ({ policy: "device", servers, race: false }),
    "companion-set": (moved) => {
      servers = [
        ...servers.filter(({ kind }) => kind !== "companion"),
        { ...COMPANION, ...(moved as object) },
      ];
    },
  };
  const covers = (pattern: string, host: string) =>
    pattern === host ||
    (pattern.includes("://*/") && host.startsWith(pattern.slice(0, pattern.indexOf("*"))));
  vi.stubGlobal("chrome", {
    runtime: {
      sendMessage: async ({ name, request }: { name: string; request: unknown }) => ({
        ok: true,
        value: replies[name]?.(request),
      }),
    },
    permissions: {
      // Chrome does not store a host that a granted pattern covers.
      request: async ({ origins = [] }: chrome.permissions.Permissions) => {
        for (const origin of origins)
          if (![...granted].some((held) => covers(held, origin))) granted.add(origin);
        return true;
      },
      contains: async ({ origins = [] }: chrome.permissions.Permissions) =>
        origins.every((origin) => [...granted].some((held) => covers(held, origin))),
      remove: async ({ origins = [] }: chrome.permissions.Permissions) => {
        for (const origin of origins) granted.delete(origin);
        return true;
      },
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

async function add(server: ModelServer): Promise<void> {
  servers = [...servers, server];
  await chrome.permissions.request({ origins: [...serverAccess(server).hosts] });
}

async function remove(server: ModelServer): Promise<void> {
  servers = servers.filter(({ id }) => id !== server.id);
  await revokeUnusedAccess(serverAccess(server));
}

test("revokeUnusedAccess() revokes the host of a removed model server, and no other", async () => {
  await add(OLLAMA);
  await add(COMPANION);
  await remove(COMPANION);
  expect([...granted]).toEqual(["http://localhost/*"]);
  await remove(OLLAMA);
  expect([...granted]).toEqual([]);
});

test("revokeUnusedAccess() keeps a host that another server on the same computer needs", async () => {
  const second = { ...OLLAMA, id: "lm-studio", baseUrl: "http://localhost:1234" };
  await add(OLLAMA);
  await add(second);
  await remove(OLLAMA);
  expect([...granted]).toEqual(["http://localhost/*"]);
  await remove(second);
  expect([...granted]).toEqual([]);
});

test("revokeUnusedAccess() keeps a host that a server and a connected source share until both are removed", async () => {
  const notion = connectors.find(({ declaration }) => declaration.id === "notion")?.declaration;
  if (!notion) throw new Error("There is no Notion");
  const proxy = { ...VENDOR, baseUrl: "https://api.notion.com/v1" };
  await add(proxy);
  sources = [{ connectorId: "notion", settings: {} }];
  await remove(proxy);
  expect([...granted]).toEqual(["https://api.notion.com/*"]);
  await add(proxy);
  sources = [];
  await revokeUnusedAccess(sourceAccess(notion, {}));
  expect([...granted]).toEqual(["https://api.notion.com/*"]);
  await remove(proxy);
  expect([...granted]).toEqual([]);
});

test("setCompanion() revokes the previous host of the companion, unless it keeps that host", async () => {
  await add(COMPANION);
  await setCompanion({ baseUrl: "http://127.0.0.1:9999" });
  expect([...granted]).toEqual(["http://127.0.0.1/*"]);
  await chrome.permissions.request({ origins: ["https://companion.example/*"] });
  await setCompanion({ baseUrl: "https://companion.example" });
  expect([...granted]).toEqual(["https://companion.example/*"]);
});

test("revokeUnusedAccess() of all sites keeps the host of a server", async () => {
  await chrome.permissions.request({ origins: ["https://*/*"] });
  await add(VENDOR);
  await add(OLLAMA);
  await revokeUnusedAccess({ permissions: [], hosts: ["https://*/*"] });
  expect([...granted].sort()).toEqual(["http://localhost/*", "https://models.example/*"]);
});

test("revokeUnusedAccess() accepts a server with an invalid address", async () => {
  await add({ ...VENDOR, baseUrl: "nonsense" });
  await remove({ ...VENDOR, baseUrl: "nonsense" });
  expect([...granted]).toEqual([]);
});
