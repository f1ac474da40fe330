import type { ModelChat, ModelFailure, ModelPart } from "../../../engine/ports/model-worker";

/** What a worker that computes models offers the page. One answer at a time. */
export interface ModelWorkerApi {
  /** Fetches what is missing and loads the model. */
  load(modelId: string, onProgress: (share: number) => void): Promise<ModelFailure | undefined>;
  /** Whoever cancels the stream ends the answer. */
  chat(chat: ModelChat): Promise<ReadableStream<ModelPart>>;
}

/** A started worker; `broken` rejects when it ends by itself. */
export interface StartedWorker {
  readonly api: ModelWorkerApi;
  readonly broken: Promise<never>;
  terminate(): void;
}

/** A worker, and when it was ended, by us or by itself. */
export interface Running extends StartedWorker {
  readonly ended: AbortController;
  /** Rejects with `ended`. */
  readonly end: Promise<never>;
}

/** The place of one worker, which is started when it is needed. */
export interface WorkerSeat {
  worker(): Running;
  end(running: Running): void;
  /** Ends the worker, if there is one. */
  clear(): void;
  /** Ends the worker if it has nothing to do. */
  rest(): void;
  /** Counts as work until the promise settles. */
  during<T>(work: Promise<T>): Promise<T>;
}

export function createWorkerSeat(startWorker: () => StartedWorker): WorkerSeat {
  let current: Running | undefined;
  let busy = 0;

  function start(): Running {
    const ended = new AbortController();
    const running = { ...startWorker(), ended, end: rejectionOf(ended.signal) };
    running.broken.catch(() => end(running));
    running.end.catch(() => {});
    return running;
  }

  function end(running: Running): void {
    running.terminate();
    running.ended.abort(new Error("The worker of the language model was ended"));
    if (current === running) current = undefined;
  }

  return {
    end,
    worker: () => {
      current ??= start();
      return current;
    },
    clear: () => {
      if (current) end(current);
    },
    rest: () => {
      if (current && busy === 0) end(current);
    },
    during: async (work) => {
      busy++;
      try {
        return await work;
      } finally {
        busy--;
      }
    },
  };
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
