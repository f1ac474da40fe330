import { afterEach, expect, test, vi } from "vitest";
import type { ImageReading } from "../../../engine/ports/image-reader";
import { testImageReader } from "../../../engine/testing/test-image-reader";
import { createImageReader, IDLE_MS, PATIENCE_MS } from "./create-image-reader";

afterEach(() => {
  vi.useRealTimers();
});

const READ: ImageReading = { type: "read", text: [] };
const picture = new Uint8Array([1]);

/** Workers that read when the test says so. */
function setUp() {
  const started: { ended: boolean; crash: () => void }[] = [];
  let work: { onProgress: (share: number) => void; resolve: (reading: ImageReading) => void } | undefined;
  const reader = createImageReader({
    callback: (call) => call,
    startWorker: () => {
      const worker = { ended: false, crash: () => {} };
      const broken = new Promise<never>((_, reject) => {
        worker.crash = () => reject(new Error("out of memory"));
      });
      started.push(worker);
      return {
        api: {
          read: (_, onProgress) =>
            new Promise((resolve) => {
              work = { onProgress, resolve };
            }),
        },
        broken,
        terminate: () => {
          worker.ended = true;
        },
      };
    },
  });
  return {
    reader,
    started,
    progress: (share: number) => work?.onProgress(share),
    finish: (reading: ImageReading) => work?.resolve(reading),
    read: (signal = new AbortController().signal) => reader.read(picture, { onProgress: () => {}, signal }),
  };
}

testImageReader("the reader of pictures in a worker", setUp);

test("createImageReader() starts no worker before the first picture, and one for several", async () => {
  const { read, finish, started } = setUp();
  expect(started).toHaveLength(0);
  for (let round = 0; round < 2; round++) {
    const reading = read();
    await vi.waitFor(() => expect(started).toHaveLength(1));
    finish(READ);
    await reading;
  }
  expect(started).toHaveLength(1);
});

test("createImageReader() ends the worker of a picture nobody waits for any more", async () => {
  const { read, started } = setUp();
  const stop = new AbortController();
  const reading = read(stop.signal);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  stop.abort();
  await expect(reading).rejects.toThrow();
  await vi.waitFor(() => expect(started[0]!.ended).toBe(true));
});

test("createImageReader() says that the worker has stopped, and starts another for the next picture", async () => {
  const { read, finish, started } = setUp();
  const reading = read();
  await vi.waitFor(() => expect(started).toHaveLength(1));
  started[0]!.crash();
  expect(await reading).toEqual({ type: "failed", failure: "stopped" });
  const next = read();
  await vi.waitFor(() => expect(started).toHaveLength(2));
  finish(READ);
  expect(await next).toEqual(READ);
});

test("createImageReader() gives up on a picture after minutes", async () => {
  vi.useFakeTimers();
  const { read, started } = setUp();
  const reading = read();
  await vi.advanceTimersByTimeAsync(PATIENCE_MS);
  expect(await reading).toEqual({ type: "failed", failure: "slow" });
  expect(started[0]!.ended).toBe(true);
});

test("createImageReader() ends the worker when it has been idle for minutes, and not while it reads", async () => {
  vi.useFakeTimers();
  const { read, finish, started } = setUp();
  const first = read();
  await vi.advanceTimersByTimeAsync(0);
  finish(READ);
  await first;
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  const second = read();
  await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
  expect(started[0]!.ended).toBe(false);
  finish(READ);
  await second;
  await vi.advanceTimersByTimeAsync(IDLE_MS);
  expect(started[0]!.ended).toBe(true);
});
