import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useCopy } from "./use-copy";

const writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  writeText.mockReset().mockResolvedValue();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("useCopy() confirms the copy for two seconds", async () => {
  const { result } = renderHook(() => useCopy());
  await act(async () => result.current.copy("The heron nests by the weir"));
  expect(writeText).toHaveBeenCalledExactlyOnceWith("The heron nests by the weir");
  expect(result.current.copied).toBe(true);
  act(() => void vi.advanceTimersByTime(1_999));
  expect(result.current.copied).toBe(true);
  act(() => void vi.advanceTimersByTime(1));
  expect(result.current.copied).toBe(false);
});

test("useCopy() keeps the problem of a failed copy until it is dismissed", async () => {
  writeText.mockRejectedValue(new Error("The clipboard is not allowed"));
  const { result } = renderHook(() => useCopy());
  await act(async () => result.current.copy("words"));
  expect(result.current).toMatchObject({ copied: false, problem: "The clipboard is not allowed" });
  act(() => result.current.dismiss());
  expect(result.current.problem).toBeUndefined();
});

test("useCopy() clears its timer on unmount", async () => {
  const { result, unmount } = renderHook(() => useCopy());
  await act(async () => result.current.copy("words"));
  unmount();
  expect(vi.getTimerCount()).toBe(0);
});
