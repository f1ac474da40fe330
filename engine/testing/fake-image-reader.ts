import type { ImageReader, ImageReading, ReadImageOptions } from "../ports/image-reader";

/** A reader of pictures that the test plays. */
export interface FakeImageReader extends ImageReader {
  /** Pictures being read, or waiting for it, oldest first. */
  readonly waiting: readonly Uint8Array[];
  /** Tells the one being read how far it is. */
  progress(share: number): void;
  /** Ends the one being read. */
  finish(reading: ImageReading): void;
}

interface Turn extends ReadImageOptions {
  readonly bytes: Uint8Array;
  readonly resolve: (reading: ImageReading) => void;
  last: number;
}

export function createFakeImageReader(): FakeImageReader {
  let turns: readonly Turn[] = [];
  return {
    get waiting() {
      return turns.map(({ bytes }) => bytes);
    },
    read: (bytes, options) =>
      new Promise((resolve, reject) => {
        const turn: Turn = { ...options, bytes, resolve, last: 0 };
        const leave = () => {
          turns = turns.filter((other) => other !== turn);
          reject(options.signal.reason);
        };
        if (options.signal.aborted) return leave();
        turns = [...turns, turn];
        options.signal.addEventListener("abort", leave, { once: true });
      }),
    progress: (share) => {
      const [turn] = turns;
      if (!turn || share <= turn.last) return;
      turn.last = share;
      turn.onProgress(share);
    },
    finish: (reading) => {
      const [turn, ...others] = turns;
      turns = others;
      turn?.resolve(reading);
    },
  };
}
