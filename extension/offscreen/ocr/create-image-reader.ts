import type {
  ImageFailure,
  ImageReader,
  ImageReadResult,
  ReadImageOptions,
} from "../../../engine/ports/image-reader";
import type { OcrWorkerApi } from "./ocr-worker";

/** A started worker; `crashed` rejects when it ends by itself. */
export interface StartedOcrWorker {
  readonly api: OcrWorkerApi;
  readonly crashed: Promise<never>;
  terminate(): void;
}

interface ImageReaderDeps {
  readonly startWorker: () => StartedOcrWorker;
  /** Makes a function callable from the worker. */
  readonly callback: <T extends (share: number) => void>(call: T) => T;
}

/** The worker holds more than a hundred megabytes, which are freed after this idle time. */
export const IDLE_MS = 5 * 60_000;
/** A full page takes seconds; a longer run has failed. */
export const TIMEOUT_MS = 2 * 60_000;

/** Reads pictures in a worker that starts with the first one and ends when it has been idle for minutes. */
export function createImageReader({ startWorker, callback }: ImageReaderDeps): ImageReader {
  let current: StartedOcrWorker | undefined;
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function terminate(started: StartedOcrWorker): void {
    started.terminate();
    if (current === started) current = undefined;
  }

  function getWorker(): StartedOcrWorker {
    if (current) return current;
    const started = startWorker();
    started.crashed.catch(() => terminate(started));
    current = started;
    return started;
  }

  async function readNow(bytes: Uint8Array<ArrayBuffer>, { onProgress, signal }: ReadImageOptions) {
    signal.throwIfAborted();
    clearTimeout(idleTimer);
    const started = getWorker();
    const cleanup = new AbortController();
    try {
      const outcome = await Promise.race([
        started.api.read(bytes, callback(increasingOnly(onProgress, cleanup.signal))).catch(toStoppedReading),
        started.crashed.catch(toStoppedReading),
        timeoutAfter(TIMEOUT_MS, cleanup.signal),
        rejectOnAbort(signal, cleanup.signal),
      ]);
      // A worker that still computes, or has crashed, cannot be used again.
      if (outcome.type === "failed" && FATAL.has(outcome.failure)) terminate(started);
      return outcome;
    } catch (reason) {
      terminate(started);
      throw reason;
    } finally {
      cleanup.abort();
      idleTimer = setTimeout(() => current && terminate(current), IDLE_MS);
    }
  }

  return {
    read: (bytes, options) => {
      const reading = queue.then(() => readNow(bytes, options));
      queue = reading.catch(() => {});
      return Promise.race([reading, rejectOnAbort(options.signal)]);
    },
  };
}

const FATAL: ReadonlySet<ImageFailure> = new Set(["timeout", "stopped"]);

function toStoppedReading(): ImageReadResult {
  return { type: "failed", failure: "stopped" };
}

/** Passes on only shares that are larger than the last, until the end. */
function increasingOnly(onProgress: (share: number) => void, ended: AbortSignal): (share: number) => void {
  let highest = 0;
  return (share) => {
    if (ended.aborted || share <= highest) return;
    highest = Math.min(share, 1);
    onProgress(highest);
  };
}

function timeoutAfter(milliseconds: number, ended: AbortSignal): Promise<ImageReadResult> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ type: "failed", failure: "timeout" }), milliseconds);
    ended.addEventListener("abort", () => clearTimeout(timer), { once: true });
  });
}

/** Rejects with the signal's reason once it is aborted. */
function rejectOnAbort(signal: AbortSignal, ended?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), {
      once: true,
      ...(ended && { signal: ended }),
    });
  });
}
