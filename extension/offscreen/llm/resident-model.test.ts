import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createResidentModel, IDLE_MS } from "./resident-model";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function createFixture() {
  const log: string[] = [];
  const resident = createResidentModel<string>({
    open: async (modelId) => {
      log.push(`open ${modelId}`);
      if (modelId === "broken") throw new Error("Cannot open");
      return modelId;
    },
    close: async (model) => void log.push(`close ${model}`),
  });
  return { log, resident };
}

test("a model is loaded once and kept for the next question", async () => {
  const { log, resident } = createFixture();
  await resident.use("a", async () => {});
  expect(await resident.use("a", async (model) => model)).toBe("a");
  expect(log).toEqual(["open a"]);
});

test("another model takes the place of the first", async () => {
  const { log, resident } = createFixture();
  await resident.use("a", async () => {});
  await resident.use("b", async () => {});
  expect(log).toEqual(["open a", "close a", "open b"]);
});

test("a model that nobody asks for is let go after a while, not before", async () => {
  const { log, resident } = createFixture();
  await resident.use("a", async () => {});
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  await resident.use("a", async () => {});
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  expect(log).toEqual(["open a"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(log).toEqual(["open a", "close a"]);
});

test("a model that is at work is not let go, and the next waits for its turn", async () => {
  const { log, resident } = createFixture();
  let end = () => {};
  const first = resident.use(
    "a",
    () =>
      new Promise<void>((resolve) => {
        end = resolve;
      }),
  );
  const second = resident.use("b", async () => {});
  await vi.advanceTimersByTimeAsync(2 * IDLE_MS);
  expect(log).toEqual(["open a"]);
  end();
  await Promise.all([first, second]);
  expect(log).toEqual(["open a", "close a", "open b"]);
});

test("a model that failed is loaded anew", async () => {
  const { log, resident } = createFixture();
  const failing = resident.use("a", () => Promise.reject(new Error("Lost")));
  await expect(failing).rejects.toThrow("Lost");
  await resident.use("a", async () => {});
  expect(log).toEqual(["open a", "close a", "open a"]);
});

test("a model that cannot be loaded leaves the place free", async () => {
  const { log, resident } = createFixture();
  await expect(resident.use("broken", async () => {})).rejects.toThrow("Cannot open");
  await resident.use("a", async () => {});
  expect(log).toEqual(["open broken", "open a"]);
});
