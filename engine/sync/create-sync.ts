import { createRunTable } from "./run/create-run-table";
import { retryItem } from "./run/retry-item";
import { runSource } from "./run/run-source";
import type { SyncDeps, WithoutRun } from "./run/source-run";
import { updateSourceIfExists } from "./run/update-source-if-exists";
import { createPageQueue } from "./schedule/create-page-queue";
import { isDue } from "./schedule/next-due";

/** Keeps sources up to date. All state is in the store: a new Sync resumes the work of a killed one. */
export interface Sync {
  /**
   * Runs every source that is due or whose run was interrupted, unless it is running; resolves when these runs have
   * ended. It is called every half minute, so waiting for running sources would accumulate calls.
   */
  syncDue(): Promise<void>;
  /** Runs this source before the others; once more when it is running already. Does nothing for a removed source. */
  syncNow(sourceId: string): Promise<void>;
  /** An event reported that sources of this connector changed: they are due now. */
  touch(connectorId: string): Promise<void>;
  /**
   * Retries one item before everything else. Resolves once it is in the outbox, deleted, or has failed again. Rejects
   * when it cannot be requested.
   */
  retryItem(sourceId: string, itemId: string): Promise<void>;
  readonly withoutRun: WithoutRun;
  /** Aborts all runs; resolves when they have ended. Later calls start runs again. */
  stop(): Promise<void>;
}

interface SyncRequest {
  readonly isUserInitiated: boolean;
  /** A run that has already started may have read outdated data. */
  readonly rerunIfActive: boolean;
}

/** Every source runs independently, so that none waits for another's vendor. They share the order of their pages. */
export function createSync(options: SyncDeps): Sync {
  const { store, clock } = options;
  const pages = createPageQueue({ ...options, onWait: options.onChange });
  const runs = createRunTable();
  const { withoutRun } = runs;

  /** One run per source: a second request joins it. */
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
    return runs.start(sourceId, isUserInitiated, async (run) => {
      do {
        run.needsRerun = false;
        await runSource({ ...options, pages }, run);
      } while (run.needsRerun && !run.signal.aborted);
    });
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
      // Written first: if this process dies before the run, the next syncDue starts it.
      await settleAll(affected.map(({ id }) => updateSourceIfExists(options, id, { dueAt: clock.now() })));
      await settleAll(
        affected.map(({ id }) => requestSync(id, { isUserInitiated: false, rerunIfActive: true })),
      );
    },
    retryItem: (sourceId, itemId) => retryItem({ ...options, withoutRun, syncNow }, sourceId, itemId),
    withoutRun,
    stop: async () => void (await Promise.all(runs.cancelAll())),
  };
}

/** Waits for every run before it throws the first failure, so that no rejection is unhandled. */
async function settleAll(runs: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(runs);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
