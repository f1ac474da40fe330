import type { ModelChat, ModelFailure, ModelPart } from "../../../../engine/ports/model-worker";

/** The interface of a worker that runs models, for the page. One answer at a time. */
export interface ModelWorkerApi {
  /** Fetches what is missing and loads the model. */
  load(modelId: string, onProgress: (share: number) => void): Promise<ModelFailure | undefined>;
  /** Cancelling the stream ends the answer. */
  chat(chat: ModelChat): Promise<ReadableStream<ModelPart>>;
}

/** A started worker; `crashed` rejects when it ends by itself. */
export interface StartedWorker {
  readonly api: ModelWorkerApi;
  readonly crashed: Promise<never>;
  terminate(): void;
}

/** A worker with a signal for its end, by us or by itself. */
export interface RunningWorker extends StartedWorker {
  readonly ended: AbortController;
  /** Rejects with `ended`. */
  readonly end: Promise<never>;
}

/** A worker that starts on first use. */
export interface LazyWorker {
  get(): RunningWorker;
  terminate(running: RunningWorker): void;
  /** Ends the worker, if there is one. */
  stop(): void;
  /** Ends the worker if it is idle. */
  stopIfIdle(): void;
  /** Counts as work until the promise settles. */
  track<T>(work: Promise<T>): Promise<T>;
}

export function createLazyWorker(startWorker: () => StartedWorker): LazyWorker {
  let current: RunningWorker | undefined;
  let pending = 0;

  function start(): RunningWorker {
    const ended = new AbortController();
    const running = { ...startWorker(), ended, end: rejectOnAbort(ended.signal) };
    running.crashed.catch(() => terminate(running));
    running.end.catch(() => {});
    return running;
  }

  function terminate(running: RunningWorker): void {
    running.terminate();
    running.ended.abort(new Error("The worker of the language model was ended"));
    if (current === running) current = undefined;
  }

  return {
    terminate,
    get: () => {
      current ??= start();
      return current;
    },
    stop: () => {
      if (current) terminate(current);
    },
    stopIfIdle: () => {
      if (current && pending === 0) terminate(current);
    },
    track: async (work) => {
      pending++;
      try {
        return await work;
      } finally {
        pending--;
      }
    },
  };
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
