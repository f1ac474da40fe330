import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ENGINE_PAGE, offerToEnginePage, onOfferFromPage, type PortOffer } from "./engine-port";

const ORIGIN = "chrome-extension://atlas";
const port = {} as MessagePort;
const DATA = { type: "engine-port", clientId: "client-1" };

/** The service worker's scope with one listener of messages and the pages that are open. */
const scope = {
  listener: (_event: object) => {},
  pages: [] as { readonly url: string; readonly postMessage: ReturnType<typeof vi.fn> }[],
};

beforeEach(() => {
  scope.pages = [];
  vi.stubGlobal("location", { origin: ORIGIN });
  vi.stubGlobal("chrome", { runtime: { getURL: (path: string) => `${ORIGIN}/${path}` } });
  vi.stubGlobal("clients", { matchAll: async () => [...scope.pages] });
  vi.stubGlobal("addEventListener", (_type: string, listener: typeof scope.listener) => {
    scope.listener = listener;
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function openPage(url: string) {
  const page = { url, postMessage: vi.fn() };
  scope.pages.push(page);
  return page;
}

test("onOfferFromPage() keeps the service worker alive until the port is passed on", async () => {
  const offers: PortOffer[] = [];
  onOfferFromPage(async (offer) => void offers.push(offer));
  const waitUntil = vi.fn();
  scope.listener({ data: DATA, ports: [port], origin: ORIGIN, waitUntil });
  await waitUntil.mock.lastCall?.[0];
  expect(offers).toEqual([{ clientId: "client-1", port }]);
});

test.each([
  ["of another origin", { data: DATA, ports: [port], origin: "https://evil.example" }],
  ["without a port", { data: DATA, ports: [], origin: ORIGIN }],
  ["without a client", { data: { type: "engine-port" }, ports: [port], origin: ORIGIN }],
  ["of another kind", { data: { type: "other" }, ports: [port], origin: ORIGIN }],
  ["without data", { data: null, ports: [port], origin: ORIGIN }],
])("onOfferFromPage() ignores a message %s", (_, message) => {
  const listener = vi.fn();
  onOfferFromPage(listener);
  scope.listener({ ...message, waitUntil: vi.fn() });
  expect(listener).not.toHaveBeenCalled();
});

test("offerToEnginePage() sends the port to the engine's page alone, once it is listed", async () => {
  vi.useFakeTimers();
  const panel = openPage(`${ORIGIN}/sidepanel.html`);
  const offering = offerToEnginePage({ clientId: "client-1", port });
  await vi.advanceTimersByTimeAsync(1_000);
  const engine = openPage(`${ORIGIN}/${ENGINE_PAGE}`);
  await vi.advanceTimersByTimeAsync(1_000);
  await offering;
  expect(engine.postMessage.mock.calls).toEqual([[DATA, [port]]]);
  expect(panel.postMessage).not.toHaveBeenCalled();
});

test("offerToEnginePage() rejects when the page does not open", async () => {
  vi.useFakeTimers();
  const offering = expect(offerToEnginePage({ clientId: "client-1", port })).rejects.toThrow(
    "Cannot start the search engine: its page does not open; reload Atlas",
  );
  await vi.advanceTimersByTimeAsync(60_000);
  await offering;
});
