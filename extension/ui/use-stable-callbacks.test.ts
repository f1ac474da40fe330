import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useStableCallbacks } from "./use-stable-callbacks";

test("useStableCallbacks() keeps the identity of the callbacks and calls the latest ones", () => {
  const [first, second] = [
    vi.fn((word: string) => `first ${word}`),
    vi.fn((word: string) => `second ${word}`),
  ];
  const { result, rerender } = renderHook(({ onAsk }) => useStableCallbacks({ onAsk }), {
    initialProps: { onAsk: first },
  });
  const before = result.current;
  expect(before.onAsk("call")).toBe("first call");
  rerender({ onAsk: second });
  expect(result.current).toBe(before);
  expect(before.onAsk("call")).toBe("second call");
});
