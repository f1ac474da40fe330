import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { documentFixture } from "../../../engine/testing/fixtures";
import { fakeMessaging } from "../../testing/fake-messaging";
import { useDocument, useReaderAddress, useTextWindow } from "./use-reader";

const ADDRESS = { sourceId: "notes", itemId: "a.txt", start: 0, end: 4 };

afterEach(() => history.replaceState(undefined, "", "/"));

test("useReaderAddress() follows the hash, which another citation of the document changes", () => {
  history.replaceState(undefined, "", "/reader.html?source=notes&item=a.txt#0-4");
  const { result, unmount } = renderHook(() => useReaderAddress());
  expect(result.current).toEqual(ADDRESS);
  act(() => {
    history.replaceState(undefined, "", "/reader.html?source=notes&item=a.txt#10-14");
    window.dispatchEvent(new Event("hashchange"));
  });
  expect(result.current).toMatchObject({ start: 10, end: 14 });
  unmount();
});

test("useReaderAddress() is undefined for an address that names no document", () => {
  expect(renderHook(() => useReaderAddress()).result.current).toBeUndefined();
});

test("useDocument() reads the document once, and not after changes: its offsets are those that were cited", async () => {
  const document = documentFixture();
  const messaging = fakeMessaging({ "document-get": () => document });
  const { result } = renderHook(() => useDocument(ADDRESS));
  await act(async () => {});
  expect(result.current.value).toEqual(document);
  await act(async () => messaging.change("sources", "ledger", "index"));
  expect(messaging.requests("document-get")).toEqual([{ sourceId: "notes", itemId: "a.txt" }]);
});

test("useDocument() is null for a deleted document, and has a problem that refresh() may solve", async () => {
  const replies: unknown[] = [Promise.reject(new Error("Cannot reach Atlas")), null];
  fakeMessaging({ "document-get": () => replies.shift() });
  const { result } = renderHook(() => useDocument(ADDRESS));
  await act(async () => {});
  expect(result.current).toMatchObject({ problem: "Cannot reach Atlas" });
  await act(async () => result.current.refresh());
  expect(result.current.value).toBeNull();
  expect(result.current.problem).toBeUndefined();
});

test("useTextWindow() shows the text around the passage, and more above and below until it is whole", () => {
  const text = "word ".repeat(20_000);
  const { result } = renderHook(() => useTextWindow(text, [50_000, 50_004]));
  const [from, to] = result.current.window;
  act(() => result.current.showAbove?.());
  expect(result.current.window[0]).toBeLessThan(from);
  act(() => result.current.showBelow?.());
  expect(result.current.window[1]).toBeGreaterThan(to);
  for (let steps = 0; steps < 3; steps += 1) act(() => result.current.showAbove?.());
  for (let steps = 0; steps < 3; steps += 1) act(() => result.current.showBelow?.());
  expect(result.current).toEqual({ window: [0, text.length] });
});
