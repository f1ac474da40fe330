import PQueue from "p-queue";
import { changeSource } from "./change-source";
import { isDue } from "./next-due";
import { type RunOptions, runSource } from "./run-source";

/** Sources that pull at the same time; the rest wait their turn. */
const PARALLEL_SOURCES = 3;

/** Places in the queue: what the person asked for goes first. */
const ASKED_FOR = 1;
const BY_ITSELF = 0;

/** Keeps sources fresh. Everything that matters is in the store; a new Sync goes on where a killed one stopped. */
export interface Sync {
  /** Runs every source whose time has come or whose run was cut off; resolves when they have ended. */
  syncDue(): Promise<void>;
  /** Runs this source ahead of the others, once more when it is running already. A removed one is nothing. */
  syncNow(sourceId: string): Promise<void>;
  /** An event said that sources of this connector changed: they are due now. */
  touch(connectorId: string): Promise<void>;
  /** Aborts the source's run at once; resolves when it has ended. */
  cancel(sourceId: string): Promise<void>;
  /** Aborts all runs; resolves when they have ended. Later calls start runs again. */
  stop(): Promise<void>;
}

interface Run {
  readonly controller: AbortController;
  ended: Promise<void>;
  started: boolean;
  /** Something changed while it ran: go through the source once more. */
  again: boolean;
}

interface Wish {
  readonly priority: number;
  /** What a run that has already started saw may be out of date. */
  readonly again: boolean;
}

export function createSync(options: RunOptions): Sync {
  const { store, clock } = options;
  const queue = new PQueue({ concurrency: PARALLEL_SOURCES });
  const runs = new Map<string, Run>();

  /** One run a source: a second wish joins the first. */
  async function request(sourceId: string, wish: Wish): Promise<void> {
    const run = runs.get(sourceId);
    if (run === undefined) return start(sourceId, wish.priority);
    if (run.controller.signal.aborted) {
      await Promise.allSettled([run.ended]);
      return request(sourceId, wish);
    }
    if (run.started) run.again ||= wish.again;
    else if (wish.priority === ASKED_FOR) queue.setPriority(sourceId, ASKED_FOR);
    return run.ended;
  }

  function start(sourceId: string, priority: number): Promise<void> {
    const controller = new AbortController();
    const run: Run = { controller, ended: Promise.resolve(), started: false, again: false };
    runs.set(sourceId, run);
    const work = async () => {
      run.started = true;
      do {
        run.again = false;
        await runSource(options, sourceId, controller.signal);
      } while (run.again && !controller.signal.aborted);
    };
    run.ended = queue.add(work, { priority, id: sourceId }).finally(() => runs.delete(sourceId));
    return run.ended;
  }

  async function cancel(sourceId: string): Promise<void> {
    const run = runs.get(sourceId);
    run?.controller.abort();
    await Promise.allSettled([run?.ended]);
  }

  return {
    syncDue: async () => {
      const due = (await store.listSources()).filter((source) => isDue(source, clock.now()));
      await all(due.map(({ id }) => request(id, { priority: BY_ITSELF, again: false })));
    },
    syncNow: (sourceId) => request(sourceId, { priority: ASKED_FOR, again: true }),
    touch: async (connectorId) => {
      const sources = await store.listSources();
      const touched = sources.filter(
        (source) => source.connectorId === connectorId && source.state !== "paused",
      );
      // Written down first: should this process die before the run, the next syncDue makes up for it.
      await all(touched.map(({ id }) => changeSource(options, id, { dueAt: clock.now() })));
      await all(touched.map(({ id }) => request(id, { priority: BY_ITSELF, again: true })));
    },
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
