import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createModelSlot, IDLE_MS } from "./model-slot";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const log: string[] = [];
  const slot = createModelSlot<string>({
    open: async (modelId) => {
      log.push(`open ${modelId}`);
      if (modelId === "broken") throw new Error("Cannot open");
      return modelId;
    },
    close: async (model) => void log.push(`close ${model}`),
  });
  return { log, slot };
}

test("a model is loaded once and kept for the next question", async () => {
  const { log, slot } = setUp();
  await slot.use("a", async () => {});
  expect(await slot.use("a", async (model) => model)).toBe("a");
  expect(log).toEqual(["open a"]);
});

test("another model takes the place of the first", async () => {
  const { log, slot } = setUp();
  await slot.use("a", async () => {});
  await slot.use("b", async () => {});
  expect(log).toEqual(["open a", "close a", "open b"]);
});

test("a model that nobody asks for is let go after a while, not before", async () => {
  const { log, slot } = setUp();
  await slot.use("a", async () => {});
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  await slot.use("a", async () => {});
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  expect(log).toEqual(["open a"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(["open a", "close a"]);
});

test("a model that is at work is not let go, and the next waits for its turn", async () => {
  const { log, slot } = setUp();
  let end = () => {};
  const first = slot.use(
    "a",
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  const second = slot.use("b", async () => {});
  await vi.advanceTimersByTimeAsync(2 * IDLE_MS);
  expect(log).toEqual(["open a"]);
  end();
  await Promise.all([first, second]);
  expect(log).toEqual(["open a", "close a", "open b"]);
});

test("a model that failed is loaded anew", async () => {
  const { log, slot } = setUp();
  const failing = slot.use("a", () => Promise.reject(new Error("Lost")));
  await expect(failing).rejects.toThrow("Lost");
  await slot.use("a", async () => {});
  expect(log).toEqual(["open a", "close a", "open a"]);
});

test("a model that cannot be loaded leaves the place free", async () => {
  const { log, slot } = setUp();
  await expect(slot.use("broken", async () => {})).rejects.toThrow("Cannot open");
  await slot.use("a", async () => {});
  expect(log).toEqual(["open broken", "open a"]);
});
