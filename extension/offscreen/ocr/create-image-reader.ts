import type {
  ImageFailure,
  ImageReader,
  ImageReading,
  ReadImageOptions,
} from "../../../engine/ports/image-reader";
import type { OcrWorkerApi } from "./ocr-worker";

/** A started worker; `broken` rejects when it ends by itself. */
export interface StartedOcr {
  readonly api: OcrWorkerApi;
  readonly broken: Promise<never>;
  terminate(): void;
}

interface ImageReaderParts {
  readonly startWorker: () => StartedOcr;
  /** Makes a function callable from the worker. */
  readonly callback: <T extends (share: number) => void>(call: T) => T;
}

/** The worker holds a hundred megabytes and more, which others want back once nobody has asked for so long. */
export const IDLE_MS = 5 * 60_000;
/** A full page takes seconds; what takes this long will not end well. */
export const PATIENCE_MS = 2 * 60_000;

/** Reads pictures in a worker that starts with the first one and ends when it has been idle for minutes. */
export function createImageReader({ startWorker, callback }: ImageReaderParts): ImageReader {
  let current: StartedOcr | undefined;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  function end(started: StartedOcr): void {
    started.terminate();
    if (current === started) current = undefined;
  }

  function worker(): StartedOcr {
    if (current) return current;
    const started = startWorker();
    started.broken.catch(() => end(started));
    current = started;
    return started;
  }

  async function readNow(bytes: Uint8Array<ArrayBuffer>, { onProgress, signal }: ReadImageOptions) {
    signal.throwIfAborted();
    clearTimeout(idle);
    const started = worker();
    const stop = new AbortController();
    try {
      const outcome = await Promise.race([
        started.api.read(bytes, callback(rising(onProgress, stop.signal))).catch(stopped),
        started.broken.catch(stopped),
        after(PATIENCE_MS, stop.signal),
        rejection(signal, stop.signal),
      ]);
      // What computes on, or has broken, is of no more use.
      if (outcome.type === "failed" && ENDING.has(outcome.failure)) end(started);
      return outcome;
    } catch (reason) {
      end(started);
      throw reason;
    } finally {
      stop.abort();
      idle = setTimeout(() => current && end(current), IDLE_MS);
    }
  }

  return {
    read: (bytes, options) => {
      const reading = turn.then(() => readNow(bytes, options));
      turn = reading.catch(() => {});
      return Promise.race([reading, rejection(options.signal)]);
    },
  };
}

const ENDING: ReadonlySet<ImageFailure> = new Set(["slow", "stopped"]);

function stopped(): ImageReading {
  return { type: "failed", failure: "stopped" };
}

/** Hands on only shares that are larger than the last, until the end. */
function rising(onProgress: (share: number) => void, ended: AbortSignal): (share: number) => void {
  let last = 0;
  return (share) => {
    if (ended.aborted || share <= last) return;
    last = Math.min(share, 1);
    onProgress(last);
  };
}

function after(milliseconds: number, ended: AbortSignal): Promise<ImageReading> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ type: "failed", failure: "slow" }), milliseconds);
    ended.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}

/** Rejects with the signal's reason once it is aborted. */
function rejection(signal: AbortSignal, ended?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), {
      once: true,
      ...(ended && { signal: ended }),
    });
  });
}
