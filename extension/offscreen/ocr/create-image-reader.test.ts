import { afterEach, expect, test, vi } from "vitest";
import type { ImageReadResult } from "../../../engine/ports/image-reader";
import { testImageReader } from "../../../engine/testing/suites/test-image-reader";
import { createImageReader, IDLE_MS, TIMEOUT_MS } from "./create-image-reader";

afterEach(() => {
  vi.useRealTimers();
});

const READ: ImageReadResult = { type: "read", text: [] };
const picture = new Uint8Array([1]);

/** Workers that read when the test says so. */
function createFixture() {
  const started: { ended: boolean; crash: () => void }[] = [];
  let work: { onProgress: (share: number) => void; resolve: (reading: ImageReadResult) => void } | undefined;
  const reader = createImageReader({
    callback: (call) => call,
    startWorker: () => {
      const worker = { ended: false, crash: () => {} };
      const crashed = new Promise<never>((_, reject) => {
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
        crashed,
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
    finish: (reading: ImageReadResult) => work?.resolve(reading),
    read: (signal = new AbortController().signal) => reader.read(picture, { onProgress: () => {}, signal }),
  };
}

testImageReader("the reader of pictures in a worker", createFixture);

test("createImageReader() starts no worker before the first picture, and one for several", async () => {
  const { read, finish, started } = createFixture();
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
  const { read, started } = createFixture();
  const stop = new AbortController();
  const reading = read(stop.signal);
  await vi.waitFor(() => expect(started).toHaveLength(1));
  stop.abort();
  await expect(reading).rejects.toThrow();
  await vi.waitFor(() => expect(started[0]!.ended).toBe(true));
});

test("createImageReader() says that the worker has stopped, and starts another for the next picture", async () => {
  const { read, finish, started } = createFixture();
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
  const { read, started } = createFixture();
  const reading = read();
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS);
  expect(await reading).toEqual({ type: "failed", failure: "timeout" });
  expect(started[0]!.ended).toBe(true);
});

test("createImageReader() ends the worker when it has been idle for minutes, and not while it reads", async () => {
  vi.useFakeTimers();
  const { read, finish, started } = createFixture();
  const first = read();
  await vi.advanceTimersByTimeAsync(0);
  finish(READ);
  await first;
  await vi.advanceTimersByTimeAsync(IDLE_MS - 1);
  const second = read();
  await vi.advanceTimersByTimeAsync(TIMEOUT_MS - 1);
  expect(started[0]!.ended).toBe(false);
  finish(READ);
  await second;
  await vi.advanceTimersByTimeAsync(IDLE_MS);
  expect(started[0]!.ended).toBe(true);
});
