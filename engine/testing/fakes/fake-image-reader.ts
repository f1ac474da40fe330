import type { ImageReader, ImageReadResult, ReadImageOptions } from "../../ports/image-reader";

/** An image reader controlled by the test. */
export interface FakeImageReader extends ImageReader {
  /** Pictures that are read or queued, oldest first. */
  readonly waiting: readonly Uint8Array[];
  /** Reports progress of the picture that is read. */
  progress(share: number): void;
  /** Ends the reading of the current picture. */
  finish(reading: ImageReadResult): void;
}

interface QueuedRead extends ReadImageOptions {
  readonly bytes: Uint8Array;
  readonly resolve: (reading: ImageReadResult) => void;
  last: number;
}

export function createFakeImageReader(): FakeImageReader {
  let queue: readonly QueuedRead[] = [];
  return {
    get waiting() {
      return queue.map(({ bytes }) => bytes);
    },
    read: (bytes, options) =>
      new Promise((resolve, reject) => {
        const queued: QueuedRead = { ...options, bytes, resolve, last: 0 };
        const cancel = () => {
          queue = queue.filter((other) => other !== queued);
          reject(options.signal.reason);
        };
        if (options.signal.aborted) return cancel();
        queue = [...queue, queued];
        options.signal.addEventListener("abort", cancel, { once: true });
      }),
    progress: (share) => {
      const [queued] = queue;
      if (!queued || share <= queued.last) return;
      queued.last = share;
      queued.onProgress(share);
    },
    finish: (reading) => {
      const [queued, ...others] = queue;
      queue = others;
      queued?.resolve(reading);
    },
  };
}
