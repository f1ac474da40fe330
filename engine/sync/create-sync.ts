import { retryItem } from "./run/retry-item";
import { runSource } from "./run/run-source";
import type { SourceRun, SyncDeps } from "./run/source-run";
import { updateSourceIfExists } from "./run/update-source-if-exists";
import { createPageQueue } from "./schedule/create-page-queue";
import { isDue } from "./schedule/next-due";

/** Keeps sources fresh. Everything that matters is in the store; a new Sync goes on where a killed one stopped. */
export interface Sync {
  /**
   * Runs every source whose time has come or whose run was cut off, unless it is running; resolves when those runs
   * have ended. Called every half minute, it would otherwise pile up behind a source that takes hours.
   */
  syncDue(): Promise<void>;
  /** Runs this source ahead of the others, once more when it is running already. A removed one is nothing. */
  syncNow(sourceId: string): Promise<void>;
  /** An event said that sources of this connector changed: they are due now. */
  touch(connectorId: string): Promise<void>;
  /**
   * Tries one item again, ahead of everything; resolves once it is in the outbox, or known to be gone or still to
   * fail. Rejects with what stands in the way of asking for it.
   */
  retryItem(sourceId: string, itemId: string): Promise<void>;
  /** Aborts the source's run at once; resolves when it has ended. */
  cancel(sourceId: string): Promise<void>;
  /** Aborts all runs; resolves when they have ended. Later calls start runs again. */
  stop(): Promise<void>;
}

interface RunHandle extends SourceRun {
  readonly controller: AbortController;
  completion: Promise<void>;
  /** Something changed while it ran: go through the source once more. */
  needsRerun: boolean;
}

interface SyncRequest {
  readonly isUserInitiated: boolean;
  /** What a run that has already started saw may be out of date. */
  readonly rerunIfActive: boolean;
}

/**
 * Every source runs by itself, so that none waits for another's vendor; what they share is the order in which
 * their pages have their turn.
 */
export function createSync(options: SyncDeps): Sync {
  const { store, clock } = options;
  const pages = createPageQueue({ ...options, onWait: options.onChange });
  const runs = new Map<string, RunHandle>();

  /** One run a source: a second wish joins the first. */
  async function requestSync(sourceId: string, syncRequest: SyncRequest): Promise<void> {
    const run = runs.get(sourceId);
    if (run === undefined) return start(sourceId, syncRequest.isUserInitiated);
    if (run.signal.aborted) {
      await Promise.allSettled([run.completion]);
      return requestSync(sourceId, syncRequest);
    }
    if (run.slot) run.needsRerun ||= syncRequest.rerunIfActive;
    if (syncRequest.isUserInitiated) {
      run.isUserInitiated = true;
      pages.updatePriority(sourceId);
    }
    return run.completion;
  }

  function start(sourceId: string, isUserInitiated: boolean): Promise<void> {
    const run = createRunHandle(sourceId, isUserInitiated);
    const work = async () => {
      do {
        run.needsRerun = false;
        await runSource({ ...options, pages }, run);
      } while (run.needsRerun && !run.signal.aborted);
    };
    runs.set(sourceId, run);
    run.completion = work().finally(() => runs.delete(sourceId));
    return run.completion;
  }

  async function cancel(sourceId: string): Promise<void> {
    const run = runs.get(sourceId);
    run?.controller.abort();
    await Promise.allSettled([run?.completion]);
  }

  const syncNow = (sourceId: string) => requestSync(sourceId, { isUserInitiated: true, rerunIfActive: true });
  return {
    syncDue: async () => {
      const isRunning = (sourceId: string) => runs.get(sourceId)?.signal.aborted === false;
      const due = (await store.listSources()).filter(
        (source) => isDue(source, clock.now()) && !isRunning(source.id),
      );
      await settleAll(due.map(({ id }) => requestSync(id, { isUserInitiated: false, rerunIfActive: false })));
    },
    syncNow,
    touch: async (connectorId) => {
      const sources = await store.listSources();
      const affected = sources.filter(
        (source) => source.connectorId === connectorId && source.state !== "paused",
      );
      // Written down first: should this process die before the run, the next syncDue makes up for it.
      await settleAll(affected.map(({ id }) => updateSourceIfExists(options, id, { dueAt: clock.now() })));
      await settleAll(
        affected.map(({ id }) => requestSync(id, { isUserInitiated: false, rerunIfActive: true })),
      );
    },
    retryItem: (sourceId, itemId) => retryItem({ ...options, cancel, syncNow }, sourceId, itemId),
    cancel,
    stop: () => settleAll([...runs.keys()].map(cancel)),
  };
}

function createRunHandle(sourceId: string, isUserInitiated: boolean): RunHandle {
  const controller = new AbortController();
  const { signal } = controller;
  const completion = Promise.resolve();
  return { sourceId, controller, signal, isUserInitiated, completion, needsRerun: false };
}

/** Waits for every run before a failure of one is passed on, so that none is left behind unwatched. */
async function settleAll(runs: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(runs);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
