import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useNow } from "./use-now";

test("useNow() updates every minute, and clears its timer on unmount", () => {
  vi.useFakeTimers({ now: 1_000 });
  const { result, unmount } = renderHook(() => useNow());
  expect(result.current).toBe(1_000);
  act(() => void vi.advanceTimersByTime(59_999));
  expect(result.current).toBe(1_000);
  act(() => void vi.advanceTimersByTime(1));
  expect(result.current).toBe(61_000);
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
