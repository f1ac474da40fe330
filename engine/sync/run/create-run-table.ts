import type { SourceRun, WithoutRun } from "./source-run";

export interface RunHandle extends SourceRun {
  readonly controller: AbortController;
  completion: Promise<void>;
  /** Something changed during the run: run the source once more. */
  needsRerun: boolean;
}

/** The runs in progress, at most one per source. */
export interface RunTable {
  /** The source's run; an aborted one has not ended yet. */
  get(sourceId: string): RunHandle | undefined;
  /** Starts the source's only run; settles as the work does. */
  start(sourceId: string, isUserInitiated: boolean, work: (run: RunHandle) => Promise<void>): Promise<void>;
  readonly withoutRun: WithoutRun;
  /** Aborts all runs; each promise resolves when its run has ended. */
  cancelAll(): readonly Promise<unknown>[];
}

export function createRunTable(): RunTable {
  const runs = new Map<string, RunHandle>();

  /** Another handle may have taken the place of this one. */
  function release(run: RunHandle): void {
    if (runs.get(run.sourceId) === run) runs.delete(run.sourceId);
  }

  return {
    get: (sourceId) => runs.get(sourceId),
    start: (sourceId, isUserInitiated, work) => {
      const run = createRunHandle(sourceId, isUserInitiated);
      runs.set(sourceId, run);
      run.completion = work(run).finally(() => release(run));
      return run.completion;
    },
    withoutRun: (sourceId, work) => {
      const active = runs.get(sourceId);
      active?.controller.abort();
      // An aborted run that has not ended is what new requests wait for.
      const block = createRunHandle(sourceId, false);
      block.controller.abort();
      runs.set(sourceId, block);
      const ended = Promise.allSettled([active?.completion]);
      const result = work(ended);
      block.completion = Promise.allSettled([ended, result]).then(() => release(block));
      return result;
    },
    cancelAll: () =>
      [...runs.values()].map(({ controller, completion }) => {
        controller.abort();
        return Promise.allSettled([completion]);
      }),
  };
}

function createRunHandle(sourceId: string, isUserInitiated: boolean): RunHandle {
  const controller = new AbortController();
  const { signal } = controller;
  const completion = Promise.resolve();
  return { sourceId, controller, signal, isUserInitiated, completion, needsRerun: false };
}
