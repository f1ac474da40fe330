import { changeSource } from "./change-source";
import { isDue } from "./next-due";
import { createPageQueue } from "./page-queue";
import { retryItem } from "./retry-item";
import { type RunOptions, runSource, type SourceRun } from "./run-source";

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

interface Run extends SourceRun {
  readonly controller: AbortController;
  ended: Promise<void>;
  /** Something changed while it ran: go through the source once more. */
  again: boolean;
}

interface Wish {
  readonly askedFor: boolean;
  /** What a run that has already started saw may be out of date. */
  readonly again: boolean;
}

/**
 * Every source runs by itself, so that none waits for another's vendor; what they share is the order in which
 * their pages have their turn.
 */
export function createSync(options: RunOptions): Sync {
  const { store, clock } = options;
  const pages = createPageQueue({ ...options, onWait: options.onChange });
  const runs = new Map<string, Run>();

  /** One run a source: a second wish joins the first. */
  async function request(sourceId: string, wish: Wish): Promise<void> {
    const run = runs.get(sourceId);
    if (run === undefined) return start(sourceId, wish.askedFor);
    if (run.signal.aborted) {
      await Promise.allSettled([run.ended]);
      return request(sourceId, wish);
    }
    if (run.place) run.again ||= wish.again;
    if (wish.askedFor) {
      run.askedFor = true;
      pages.reorder(sourceId);
    }
    return run.ended;
  }

  function start(sourceId: string, askedFor: boolean): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    const run: Run = { sourceId, controller, signal, askedFor, ended: Promise.resolve(), again: false };
    const work = async () => {
      do {
        run.again = false;
        await runSource({ ...options, pages }, run);
      } while (run.again && !signal.aborted);
    };
    runs.set(sourceId, run);
    run.ended = work().finally(() => runs.delete(sourceId));
    return run.ended;
  }

  async function cancel(sourceId: string): Promise<void> {
    const run = runs.get(sourceId);
    run?.controller.abort();
    await Promise.allSettled([run?.ended]);
  }

  const syncNow = (sourceId: string) => request(sourceId, { askedFor: true, again: true });
  return {
    syncDue: async () => {
      const isRunning = (sourceId: string) => runs.get(sourceId)?.signal.aborted === false;
      const due = (await store.listSources()).filter(
        (source) => isDue(source, clock.now()) && !isRunning(source.id),
      );
      await all(due.map(({ id }) => request(id, { askedFor: false, again: false })));
    },
    syncNow,
    touch: async (connectorId) => {
      const sources = await store.listSources();
      const touched = sources.filter(
        (source) => source.connectorId === connectorId && source.state !== "paused",
      );
      // Written down first: should this process die before the run, the next syncDue makes up for it.
      await all(touched.map(({ id }) => changeSource(options, id, { dueAt: clock.now() })));
      await all(touched.map(({ id }) => request(id, { askedFor: false, again: true })));
    },
    retryItem: (sourceId, itemId) => retryItem({ ...options, cancel, syncNow }, sourceId, itemId),
    cancel,
    stop: () => all([...runs.keys()].map(cancel)),
  };
}

/** Waits for every run before a failure of one is passed on, so that none is left behind unwatched. */
async function all(runs: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(runs);
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
