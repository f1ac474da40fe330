import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { sourceFixture } from "../../../engine/testing/fixtures";
import { fakeMessaging } from "../../testing/fake-messaging";
import { isInProgress, useSources } from "./use-sources";

const COUNTS = { found: 2, pending: 0, indexed: 2, skipped: 0, failed: 0, partial: 0 };

test("useSources() reads connectors and sources, every second while one of them is in progress", async () => {
  vi.useFakeTimers();
  let source = sourceFixture({ state: "syncing" });
  const messaging = fakeMessaging({
    "connector-list": () => [],
    "source-list": () => [{ source, counts: COUNTS }],
  });
  const { result } = renderHook(() => useSources());
  await act(() => vi.advanceTimersByTimeAsync(0));
  expect(result.current.value).toEqual({ declarations: [], summaries: [{ source, counts: COUNTS }] });
  source = sourceFixture();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(result.current.value?.summaries[0]?.source.state).toBe("idle");
  await act(() => vi.advanceTimersByTimeAsync(10_000));
  expect(messaging.requests("source-list")).toHaveLength(2);
});

test.each([
  [{ state: "syncing" }, 0, true],
  [{ state: "idle" }, 3, true],
  [{ state: "idle" }, 0, false],
  [{ state: "paused" }, 3, false],
] as const)("isInProgress() of %j with %i pending items is %j", (fields, pending, expected) => {
  expect(isInProgress({ source: sourceFixture(fields), counts: { ...COUNTS, pending } })).toBe(expected);
});
