import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { sourceFixture } from "../../../../engine/testing/fixtures";
import { fakeMessaging } from "../../../testing/fake-messaging";
import { useStorage } from "./use-storage";

const COUNTS = { found: 2, pending: 0, indexed: 2, skipped: 0, failed: 0 };

/** An engine with this backlog, in a browser whose storage is this full. */
function setUp({ backlog = 0, usage = 100 }: { backlog?: number; usage?: number } = {}) {
  const engine = { backlog, isReachable: true };
  vi.stubGlobal("navigator", { storage: { estimate: async () => ({ usage, quota: 1_000 }) } });
  const messaging = fakeMessaging({
    "engine-status": () => {
      if (!engine.isReachable) throw new Error("Cannot reach Atlas");
      return {
        stats: { documents: 2, chunks: 5, segments: 1, memoryBytes: 0, savedBytes: 60 },
        backlog: { entries: engine.backlog, bytes: 0 },
        problems: ["A part of the index is rebuilt"],
      };
    },
    "source-list": () => [{ source: sourceFixture({ label: "notes" }), counts: COUNTS }],
  });
  return { engine, messaging, ...renderHook(() => useStorage()) };
}

test("useStorage() gives the sizes of index and disk", async () => {
  const { result } = setUp();
  await act(async () => {});
  expect(result.current.value).toEqual({
    ...{ documents: 2, chunks: 5, indexBytes: 60, diskBytes: 100, backlog: 0 },
    problems: ["A part of the index is rebuilt"],
    warning: undefined,
  });
});

test("useStorage() warns when the browser's storage is nearly full", async () => {
  const { result } = setUp({ usage: 900 });
  await act(async () => {});
  expect(result.current.value?.warning).toContain("Storage is 90 % full");
});

test("useStorage() reads again every second until the backlog is empty", async () => {
  vi.useFakeTimers();
  const { result, engine, messaging } = setUp({ backlog: 3 });
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current.value?.backlog).toBe(3);
  engine.backlog = 0;
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(result.current.value?.backlog).toBe(0);
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(messaging.requests("engine-status")).toHaveLength(2);
});

test("useStorage() keeps the last numbers when the engine cannot be reached", async () => {
  const { result, engine, messaging } = setUp();
  await act(async () => {});
  engine.isReachable = false;
  await act(async () => messaging.change("index"));
  expect(result.current).toMatchObject({ problem: "Cannot reach Atlas", value: { documents: 2 } });
});
