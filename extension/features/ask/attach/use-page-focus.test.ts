import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createDeferred } from "../../../testing/deferred";
import { fakeChrome } from "../../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { usePageFocus } from "./use-page-focus";

const PAGE = { focusId: "page", kind: "page", title: "Release notes", url: "https://a.example/" } as const;
const FILE = { focusId: "file", kind: "file", title: "notes.txt", url: "" } as const;
const NO_ACCESS = Object.assign(new Error("Atlas may not read this page"), { code: "permission" });

function setUp(handlers: FakeHandlers = {}) {
  const chrome = fakeChrome();
  const messaging = fakeMessaging(handlers);
  return { chrome, messaging, ...renderHook(() => usePageFocus()) };
}

test("usePageFocus() limits questions to the active tab's page, or to the page of a named tab", async () => {
  const { result, messaging } = setUp({ "page-focus": () => PAGE });
  const done = vi.fn();
  await act(async () => result.current.focusOnPage(undefined, done));
  expect(result.current.focus).toEqual(PAGE);
  expect(done).toHaveBeenCalledExactlyOnceWith(PAGE);
  await act(async () => result.current.focusOnPage(7));
  expect(messaging.requests("page-focus")).toEqual([{}, { tabId: 7 }]);
});

test("usePageFocus() limits questions to the selection", async () => {
  const { result } = setUp({ "selection-focus": () => ({ ...PAGE, kind: "selection" }) });
  await act(async () => result.current.focusOnSelection());
  expect(result.current.focus?.kind).toBe("selection");
});

test("usePageFocus() limits questions to a file, once it is read", async () => {
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:notes");
  const { result, messaging } = setUp();
  const file = new File(["words"], "notes.txt");
  act(() => result.current.focusOnFile(file));
  expect(result.current).toMatchObject({ busy: true, attaching: { name: "notes.txt" } });
  await act(async () => messaging.attachments[0]?.resolve(FILE));
  expect(result.current).toMatchObject({ busy: false, focus: FILE });
  expect(result.current.fileOf(FILE)).toBe(file);
});

test("usePageFocus() keeps the focus when the reading of a file is cancelled", async () => {
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:notes");
  const { result, messaging } = setUp();
  act(() => result.current.setFocus(PAGE));
  act(() => result.current.focusOnFile(new File(["words"], "notes.txt")));
  await act(async () => result.current.cancelAttaching());
  expect(messaging.attachments[0]?.signal.aborted).toBe(true);
  expect(result.current).toMatchObject({ busy: false, focus: PAGE });
  expect(result.current.problem).toBeUndefined();
});

test("usePageFocus() drops a page that arrives after another one was asked for", async () => {
  const replies = [createDeferred<unknown>(), createDeferred<unknown>()];
  const pending = [...replies];
  const { result } = setUp({ "page-focus": () => pending.shift()?.promise });
  act(() => result.current.focusOnPage(1));
  act(() => result.current.focusOnPage(2));
  await act(async () => replies[1]?.resolve({ ...PAGE, focusId: "second" }));
  await act(async () => replies[0]?.resolve({ ...PAGE, focusId: "first" }));
  expect(result.current.focus?.focusId).toBe("second");
});

test("usePageFocus() drops a page that arrives after the focus was removed", async () => {
  const reply = createDeferred<unknown>();
  const { result } = setUp({ "page-focus": () => reply.promise });
  const done = vi.fn();
  act(() => result.current.focusOnPage(undefined, done));
  act(() => result.current.setFocus(undefined));
  await act(async () => reply.resolve(PAGE));
  expect(result.current.focus).toBeUndefined();
  expect(done).not.toHaveBeenCalled();
});

test("usePageFocus() closes the focus in the engine", async () => {
  const { result, messaging } = setUp({ "focus-close": () => null });
  act(() => result.current.setFocus(PAGE));
  await act(async () => result.current.closeFocus(PAGE));
  expect(result.current.focus).toBeUndefined();
  expect(messaging.requests("focus-close")).toEqual([{ focusId: "page" }]);
});

test("usePageFocus() confirms that a page was saved until it is dismissed", async () => {
  const { result } = setUp({ "page-save": () => ({ title: "Release notes" }) });
  await act(async () => result.current.savePage());
  expect(result.current.notice).toBe("Saved “Release notes”");
  act(() => result.current.dismiss());
  expect(result.current.notice).toBeUndefined();
});

test("usePageFocus() offers access to all sites when Chrome withheld the page, and then reads it", async () => {
  const pages: unknown[] = [Promise.reject(NO_ACCESS), PAGE];
  const { result, chrome } = setUp({ "page-focus": () => pages.shift() });
  await act(async () => result.current.focusOnPage());
  expect(result.current.problem).toBe("Atlas may not read this page");
  await act(async () => result.current.allowSites?.());
  expect(chrome.access.requests).toEqual([["https://*/*", "http://*/*"]]);
  expect(result.current.focus).toEqual(PAGE);
  expect(result.current.problem).toBeUndefined();
});

test("usePageFocus() reads nothing when access is declined", async () => {
  const { result, chrome, messaging } = setUp({ "page-focus": () => Promise.reject(NO_ACCESS) });
  chrome.access.grants = false;
  await act(async () => result.current.focusOnPage());
  await act(async () => result.current.allowSites?.());
  expect(messaging.requests("page-focus")).toHaveLength(1);
  expect(result.current.focus).toBeUndefined();
});

test("usePageFocus() offers no access for any other problem", async () => {
  const { result } = setUp({ "page-focus": () => Promise.reject(new Error("The page is empty")) });
  await act(async () => result.current.focusOnPage());
  expect(result.current).toMatchObject({ busy: false, problem: "The page is empty" });
  expect(result.current.allowSites).toBeUndefined();
});

test("usePageFocus() asks for the site of a link before it opens the linked page", async () => {
  const { result, chrome, messaging } = setUp({ "link-focus": () => ({ ...PAGE, kind: "link" }) });
  const link = { pattern: "https://a.example/*", url: "https://a.example/notes" };
  const done = vi.fn();
  await act(async () => result.current.focusOnLink(link, done));
  expect(chrome.access.requests).toEqual([["https://a.example/*"]]);
  expect(messaging.requests("link-focus")).toEqual([{ url: link.url }]);
  expect(done).toHaveBeenCalledOnce();
  chrome.access.grants = false;
  await act(async () => result.current.focusOnLink(link, done));
  expect(done).toHaveBeenCalledOnce();
});
