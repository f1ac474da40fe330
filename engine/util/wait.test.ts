import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { wait } from "./wait";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("wait() resolves after the time", async () => {
  const waited = wait(1_000, new AbortController().signal);
  vi.advanceTimersByTime(1_000);
  await expect(waited).resolves.toBeUndefined();
});

test("wait() rejects at once when aborted and leaves no timer", async () => {
  const controller = new AbortController();
  const waited = wait(1_000, controller.signal);
  controller.abort(new Error("Stopped"));
  await expect(waited).rejects.toThrow("Stopped");
  expect(vi.getTimerCount()).toBe(0);
  await expect(wait(1_000, controller.signal)).rejects.toThrow("Stopped");
});
