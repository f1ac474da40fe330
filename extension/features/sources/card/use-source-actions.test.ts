import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import { sourceFixture } from "../../../../engine/testing/fixtures";
import * as folders from "../../../platform/folder-handles";
import { createDeferred } from "../../../testing/deferred";
import { fakeChrome } from "../../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { useSourceActions } from "./use-source-actions";

const BOOKMARKS: ConnectorDeclaration = {
  ...{ id: "bookmarks", name: "Bookmarks", description: "", reads: [], notRead: [], icon: "bookmark" },
  permissions: ["bookmarks"],
  settings: [
    { key: "pages", label: "Read the pages", kind: "boolean", initial: false, needsHosts: ["https://*/*"] },
  ],
  ...{ multiple: false, addedBy: "switch", intervalMinutes: 30 },
};
const FOLDER: ConnectorDeclaration = {
  ...BOOKMARKS,
  ...{ id: "folder", name: "Folder", permissions: [], settings: [], multiple: true, addedBy: "folder" },
};
const SOURCE = sourceFixture({ id: "bookmarks", connectorId: "bookmarks", label: "Bookmarks" });

function setUp(declaration = BOOKMARKS, handlers: FakeHandlers = {}) {
  const chrome = fakeChrome();
  const messaging = fakeMessaging({
    "source-add": () => "bookmarks",
    "source-remove": () => null,
    "source-sync": () => null,
    "source-update": () => null,
    "source-disconnect": () => null,
    "item-retry": () => null,
    "item-remove": () => null,
    "connector-list": () => [declaration],
    "source-list": () => [],
    "model-settings-get": () => ({ policy: "device", servers: [], race: false }),
    ...handlers,
  });
  const onDone = vi.fn();
  return { chrome, messaging, onDone, ...renderHook(() => useSourceActions(declaration, onDone)) };
}

test("useSourceActions() switches a source on once its permissions are granted", async () => {
  const { result, chrome, messaging, onDone } = setUp();
  await act(() => result.current.switchOn());
  expect(chrome.access.requests).toEqual([["bookmarks"]]);
  expect(messaging.requests("source-add")).toEqual([{ connectorId: "bookmarks" }]);
  expect(onDone).toHaveBeenCalledOnce();
});

test("useSourceActions() adds nothing without the permissions, and shows the problem", async () => {
  const { result, chrome, messaging, onDone } = setUp();
  chrome.access.grants = false;
  await act(() => result.current.switchOn());
  expect(result.current.problem).toBe("Chrome did not give access, so Atlas cannot read “Bookmarks”");
  expect(messaging.sent).toEqual([]);
  expect(onDone).not.toHaveBeenCalled();
});

test("useSourceActions() is busy during the work, and calls onDone also after unmount", async () => {
  const reply = createDeferred<null>();
  const { result, unmount, onDone } = setUp(BOOKMARKS, { "source-sync": () => reply.promise });
  let syncing: Promise<void> = Promise.resolve();
  act(() => {
    syncing = result.current.sync(SOURCE);
  });
  expect(result.current.busy).toBe(true);
  unmount();
  reply.resolve(null);
  await syncing;
  expect(onDone).toHaveBeenCalledOnce();
});

test("useSourceActions() removes a source and revokes what only it needed", async () => {
  const { result, chrome } = setUp();
  chrome.access.granted.add("bookmarks");
  await act(() => result.current.remove(SOURCE));
  expect([...chrome.access.granted]).toEqual([]);
});

test("useSourceActions() deletes the handle of a removed folder", async () => {
  const deleteFolder = vi.spyOn(folders, "deleteFolder").mockResolvedValue();
  const { result } = setUp(FOLDER);
  await act(() => result.current.remove({ ...SOURCE, id: "notes" }));
  expect(deleteFolder).toHaveBeenCalledExactlyOnceWith("notes");
});

test("useSourceActions() asks for the hosts of a setting before it is switched on, and revokes them after", async () => {
  const { result, chrome, messaging } = setUp();
  await act(() => result.current.change(SOURCE, "pages", true));
  expect(messaging.requests("source-update")).toEqual([{ sourceId: "bookmarks", settings: { pages: true } }]);
  expect([...chrome.access.granted]).toEqual(["https://*/*"]);
  await act(() => result.current.change({ ...SOURCE, settings: { pages: true } }, "pages", false));
  expect([...chrome.access.granted]).toEqual([]);
});

test("useSourceActions() leaves a setting off without its hosts", async () => {
  const { result, chrome, messaging } = setUp();
  chrome.access.grants = false;
  await act(() => result.current.change(SOURCE, "pages", true));
  expect(result.current.problem).toBe("Chrome did not give access, so “Read the pages” stays off");
  expect(messaging.sent).toEqual([]);
});

test("useSourceActions() asks again for a folder, or for permissions, and then syncs", async () => {
  const requestFolder = vi.spyOn(folders, "requestFolder").mockResolvedValue(true);
  const folder = setUp(FOLDER);
  await act(() => folder.result.current.allow(SOURCE));
  expect(requestFolder).toHaveBeenCalledOnce();
  expect(folder.messaging.requests("source-sync")).toHaveLength(1);
  const bookmarks = setUp();
  await act(() => bookmarks.result.current.allow(SOURCE));
  expect(bookmarks.chrome.access.requests).toEqual([["bookmarks"]]);
});

test("useSourceActions() syncs nothing that stays forbidden", async () => {
  vi.spyOn(folders, "requestFolder").mockResolvedValue(false);
  const { result, messaging } = setUp(FOLDER);
  await act(() => result.current.allow(SOURCE));
  expect(result.current.problem).toContain("cannot read “Bookmarks”");
  expect(messaging.sent).toEqual([]);
});

test("useSourceActions() pauses, keeps on the device, disconnects, retries and removes items", async () => {
  const { result, messaging } = setUp();
  await act(() => result.current.pause(SOURCE, true));
  await act(() => result.current.setDeviceOnly(SOURCE, true));
  await act(() => result.current.disconnect(SOURCE, true));
  await act(() => result.current.retryItem(SOURCE, "a"));
  await act(() => result.current.removeItem(SOURCE, "b"));
  expect(messaging.requests("source-update")).toEqual([
    { sourceId: "bookmarks", paused: true },
    { sourceId: "bookmarks", deviceOnly: true },
  ]);
  expect(messaging.requests("source-disconnect")).toEqual([{ sourceId: "bookmarks", forget: true }]);
  expect(messaging.requests("item-retry")).toEqual([{ sourceId: "bookmarks", itemId: "a" }]);
  expect(messaging.requests("item-remove")).toEqual([{ sourceId: "bookmarks", itemId: "b" }]);
});
