import { describe, expect, test } from "vitest";
import type { ImageReader, ImageReadResult } from "../../ports/image-reader";

/** An image reader whose work the test controls. */
export interface ImageReaderFixture {
  readonly reader: ImageReader;
  /** Reports the progress of the current picture. */
  progress(share: number): void;
  /** Ends the reading of this picture. */
  finish(reading: ImageReadResult): void;
}

const READING: ImageReadResult = { type: "read", text: [[[{ text: "Locker", confidence: 0.9 }]]] };
const settle = () => new Promise((resolve) => setTimeout(resolve));
const picture = (mark: number) => new Uint8Array([mark]);

/** The requirements of every image reader. */
export function testImageReader(name: string, createFixture: () => ImageReaderFixture): void {
  function setUp() {
    const fixture = createFixture();
    const shares: number[] = [];
    const read = (mark: number, signal = new AbortController().signal) =>
      fixture.reader.read(picture(mark), { onProgress: (share) => shares.push(share), signal });
    return { ...fixture, shares, read };
  }

  describe(name, () => {
    test("reports shares that never decrease, and none after the end", async () => {
      const { read, progress, finish, shares } = setUp();
      const reading = read(1);
      await settle();
      for (const share of [0.2, 0.1, 0.6, 0.6]) progress(share);
      finish(READING);
      expect(await reading).toEqual(READING);
      progress(0.9);
      expect(shares).toEqual([0.2, 0.6]);
    });

    test("returns the failure of a picture, and reads the next one", async () => {
      const { read, finish } = setUp();
      const broken = read(1);
      await settle();
      finish({ type: "failed", failure: "broken" });
      expect(await broken).toEqual({ type: "failed", failure: "broken" });
      const next = read(2);
      await settle();
      finish(READING);
      expect(await next).toEqual(READING);
    });

    test("rejects with the reason as soon as it is aborted, and reads the next one", async () => {
      const { read, finish } = setUp();
      const stop = new AbortController();
      const stopped = read(1, stop.signal);
      await settle();
      stop.abort(new Error("enough"));
      await expect(stopped).rejects.toThrow("enough");
      const next = read(2);
      await settle();
      finish(READING);
      expect(await next).toEqual(READING);
    });

    test("reads one picture after the other, without one that was aborted in between", async () => {
      const { read, finish } = setUp();
      const first = read(1);
      const stop = new AbortController();
      const second = read(2, stop.signal);
      const third = read(3);
      await settle();
      stop.abort(new Error("enough"));
      await expect(second).rejects.toThrow("enough");
      finish(READING);
      expect(await first).toEqual(READING);
      await settle();
      finish({ type: "failed", failure: "broken" });
      expect(await third).toEqual({ type: "failed", failure: "broken" });
    });
  });
}
