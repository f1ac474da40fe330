import { expect, test } from "vitest";
import type { ImageText } from "../../model/image-text";
import type { ImageFailure } from "../../ports/image-reader";
import { createFakeImageReader } from "../../testing/fakes/fake-image-reader";
import { readImage } from "./read-image";

const bytes = new Uint8Array([1, 2, 3]);
const TEXT: ImageText = [[[{ text: "Locker", confidence: 0.9 }]]];

function createFixture(picture = { name: "shelf.png", bytes }) {
  const reader = createFakeImageReader();
  const stop = new AbortController();
  const shares: number[] = [];
  const reading = readImage(picture, reader, {
    onProgress: (share) => shares.push(share),
    signal: stop.signal,
  });
  reading.catch(() => {});
  return { reader, stop, shares, reading };
}

test("readImage() returns the text and reports the progress", async () => {
  const { reader, shares, reading } = createFixture();
  reader.progress(0.5);
  reader.finish({ type: "read", text: TEXT });
  expect(await reading).toBe(TEXT);
  expect(shares).toEqual([0.5]);
});

test("readImage() names the picture and a remedy, whatever is wrong with it", async () => {
  const failures: readonly ImageFailure[] = ["format", "broken", "large", "timeout", "stopped"];
  for (const failure of failures) {
    const { reader, reading } = createFixture();
    reader.finish({ type: "failed", failure });
    await expect(reading, failure).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringMatching(/^Cannot read "shelf\.png": .*; (?:save|cut out|try)/),
    });
  }
});

test("readImage() does not call the reader for an empty file", async () => {
  const { reader, reading } = createFixture({ name: "empty.png", bytes: new Uint8Array() });
  await expect(reading).rejects.toMatchObject({ code: "skip-item", message: '"empty.png" is empty' });
  expect(reader.waiting).toEqual([]);
});

test("readImage() rejects with the reason of an abort", async () => {
  const { stop, reading } = createFixture();
  stop.abort(new DOMException("Stopped", "AbortError"));
  await expect(reading).rejects.toMatchObject({ name: "AbortError" });
});
