import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SignInMethod } from "../../../../engine/connectors/service";
import { sourceFixture } from "../../../../engine/testing/fixtures";
import * as devicePrompts from "../../../messaging/device-prompt";
import { createDeferred } from "../../../testing/deferred";
import { fakeChrome } from "../../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { useConnect } from "./use-connect";

const TOKEN: SignInMethod = {
  ...{ id: "token", kind: "token", label: "Use a token", help: "Make one" },
  createUrl: "https://vendor.example/tokens",
};
const COMPANION: SignInMethod = {
  ...{ id: "companion", kind: "companion", label: "Sign in", help: "", provider: "vendor" },
  ...{ authorizeUrl: "https://vendor.example/authorize", scopes: [] },
};
const VENDOR: ConnectorDeclaration = {
  ...{
    id: "vendor",
    name: "Vendor",
    description: "",
    reads: [],
    notRead: [],
    icon: "page",
    permissions: [],
    settings: [],
  },
  ...{ multiple: true, addedBy: "sign-in", intervalMinutes: 30 },
  service: { hosts: ["https://api.vendor.example/*"], signIn: [TOKEN, COMPANION] } as never,
};
const PROMPT = { userCode: "ABCD", verificationUrl: "https://vendor.example/device", expiresAt: 0 };

function setUp({
  source,
  handlers = {},
}: {
  source?: ReturnType<typeof sourceFixture>;
  handlers?: FakeHandlers;
} = {}) {
  const chrome = fakeChrome();
  const messaging = fakeMessaging({
    "source-connect": () => "vendor-1",
    "source-reconnect": () => null,
    "sign-in-cancel": () => null,
    "companion-set": () => null,
    "connector-list": () => [],
    "source-list": () => [],
    "model-settings-get": () => ({ policy: "device", servers: [], race: false }),
    ...handlers,
  });
  const prompts = new Map<string, (prompt: typeof PROMPT) => void>();
  vi.spyOn(devicePrompts, "onDevicePrompt").mockImplementation((signInId, listener) => {
    prompts.set(signInId, listener);
    return () => prompts.delete(signInId);
  });
  const onDone = vi.fn();
  const hook = renderHook(() => useConnect({ declaration: VENDOR, source, onDone }));
  const showPrompt = () => {
    for (const listener of prompts.values()) listener(PROMPT);
  };
  return { ...hook, chrome, messaging, onDone, prompts, showPrompt };
}

test("useConnect() asks for the vendor's hosts and hands the entered fields to the service worker", async () => {
  const { result, chrome, messaging, onDone } = setUp();
  await act(async () => result.current.connect(TOKEN, { token: "secret" }));
  expect(chrome.access.requests).toEqual([["https://api.vendor.example/*"]]);
  expect(messaging.requests("source-connect")).toMatchObject([{ connectorId: "vendor", settings: {} }]);
  expect(JSON.stringify(messaging.requests("source-connect"))).toContain('"token":"secret"');
  expect(onDone).toHaveBeenCalledOnce();
});

test("useConnect() signs in to an existing source again", async () => {
  const { result, messaging } = setUp({ source: sourceFixture({ id: "vendor-1", connectorId: "vendor" }) });
  await act(async () => result.current.connect(TOKEN, { token: "secret" }));
  expect(messaging.requests("source-reconnect")).toMatchObject([{ sourceId: "vendor-1" }]);
  expect(messaging.requests("source-connect")).toEqual([]);
});

test("useConnect() sends nothing without access to the hosts", async () => {
  const { result, chrome, messaging, onDone } = setUp();
  chrome.access.grants = false;
  await act(async () => result.current.connect(TOKEN, { token: "secret" }));
  expect(result.current.problem).toBe("Chrome did not give access, so Atlas cannot reach Vendor");
  expect(messaging.sent).toEqual([]);
  expect(onDone).not.toHaveBeenCalled();
});

test("useConnect() asks for the entered companion's host, too, and adds the companion", async () => {
  const { result, chrome, messaging } = setUp();
  const companion = { companionUrl: "http://127.0.0.1:8787", companionToken: "pairing" };
  await act(async () => result.current.connect(COMPANION, companion));
  expect(chrome.access.requests).toEqual([
    ["identity", "https://api.vendor.example/*", "http://127.0.0.1/*"],
  ]);
  expect(messaging.requests("companion-set")).toEqual([
    { baseUrl: "http://127.0.0.1:8787", token: "pairing" },
  ]);
});

test("useConnect() uses the companion that was added before when none is entered", async () => {
  const servers = [{ id: "companion", kind: "companion", name: "Companion", baseUrl: "http://nas:8787" }];
  const { result, chrome, messaging } = setUp({
    handlers: { "model-settings-get": () => ({ policy: "device", servers, race: false }) },
  });
  await act(async () => result.current.connect(COMPANION, {}));
  expect(chrome.access.requests[0]).toContain("http://nas/*");
  expect(messaging.requests("companion-set")).toEqual([]);
});

test("useConnect() shows the code of its own device sign-in, until the sign-in ends", async () => {
  const reply = createDeferred<string>();
  const { result, showPrompt } = setUp({ handlers: { "source-connect": () => reply.promise } });
  act(() => result.current.connect(TOKEN, { token: "secret" }));
  expect(result.current.busy).toBe(true);
  act(showPrompt);
  expect(result.current.devicePrompt).toEqual(PROMPT);
  await act(async () => reply.reject(new Error("The code has expired")));
  expect(result.current).toMatchObject({ busy: false, problem: "The code has expired" });
  expect(result.current.devicePrompt).toBeUndefined();
});

test("useConnect() cancels the sign-in by its id", async () => {
  const { result, messaging, prompts } = setUp();
  await act(async () => result.current.cancel());
  expect(messaging.requests("sign-in-cancel")).toEqual([{ signInId: [...prompts.keys()][0] }]);
});

test("useConnect() stops listening for codes on unmount", () => {
  const { prompts, unmount } = setUp();
  unmount();
  expect(prompts.size).toBe(0);
});
