import { afterEach, expect, test, vi } from "vitest";

type Listener = (...details: unknown[]) => void;

/** An event of the browser that a test can fire. */
function createEvent() {
  const listeners: Listener[] = [];
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.push(listener),
    fire: (...details: unknown[]) => {
      for (const listener of listeners) listener(...details);
    },
  };
}

const bookmarks = {
  id: "bookmarks",
  permissions: ["bookmarks"],
  changeEvents: ["bookmarks.onCreated", "bookmarks.onMoved"],
};
const openTabs = {
  id: "open-tabs",
  permissions: ["tabs"],
  changeEvents: ["tabs.onRemoved", "tabs.onUpdated"],
};

/** The module as a service worker that has just started has it. */
async function load() {
  vi.resetModules();
  return import("./source-events");
}

function createChrome(granted: readonly string[]) {
  const events = { onCreated: createEvent(), onMoved: createEvent() };
  const tabEvents = { onRemoved: createEvent(), onUpdated: createEvent() };
  const contains = async ({ permissions }: { permissions: string[] }) =>
    permissions.every((permission) => granted.includes(permission));
  vi.stubGlobal("chrome", {
    ...(granted.includes("bookmarks") && { bookmarks: events }),
    tabs: tabEvents,
    permissions: { contains },
  });
  return { ...events, ...tabEvents };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

test("onSourceChange() binds events in the same turn and once, however often it is called", async () => {
  const { onCreated, onMoved } = createChrome(["bookmarks"]);
  const { onSourceChange } = await load();
  const changed: string[] = [];
  onSourceChange([bookmarks], (id) => changed.push(id));
  onSourceChange([bookmarks], (id) => changed.push(id));
  onCreated.fire();
  onMoved.fire();
  expect(changed).toEqual(["bookmarks", "bookmarks"]);
});

test("onSourceChange() leaves out a source whose permission is not granted", async () => {
  const { onUpdated, onRemoved } = createChrome([]);
  const { onSourceChange } = await load();
  onSourceChange([bookmarks, openTabs, { id: "saved-pages", permissions: [] }], () => {});
  await vi.waitFor(() => expect([...onUpdated.listeners, ...onRemoved.listeners]).toEqual([]));
});

test("onSourceChange() reports a tab once its page has loaded and when it closes", async () => {
  const { onUpdated, onRemoved } = createChrome(["tabs"]);
  const { onSourceChange } = await load();
  const changed: string[] = [];
  onSourceChange([openTabs], (id) => changed.push(id));
  await vi.waitFor(() => expect(onUpdated.listeners).toHaveLength(1));
  onUpdated.fire(1, { status: "loading" });
  onUpdated.fire(1, { title: "A" });
  expect(changed).toEqual([]);
  onUpdated.fire(1, { status: "complete" });
  onRemoved.fire(1, {});
  expect(changed).toEqual(["open-tabs", "open-tabs"]);
});
