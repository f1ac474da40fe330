import PQueue from "p-queue";
import type { IngestStore } from "../../store/store";
import type { Wait } from "../../util/wait";

/** Number of pages that are processed concurrently. */
const MAX_CONCURRENT_PAGES = 3;
/** Pulling pauses when the outbox has this many entries or bytes; a page may exceed them. */
const MAX_BACKLOG_ENTRIES = 2_000;
const MAX_BACKLOG_BYTES = 48 * 1024 * 1024;
const POLL_INTERVAL_MS = 500;

export interface PageQueueDeps {
  readonly store: Pick<IngestStore, "backlog">;
  readonly wait: Wait;
  /** Called at every check for capacity, so that an engine that was closed starts again and empties the outbox. */
  readonly onWait: () => void;
}

/** A source's page and its priority; a source has one page here at a time. */
export interface PageJob {
  readonly sourceId: string;
  /** Higher runs first; evaluated whenever the page is queued. */
  readonly priority: () => number;
  readonly signal: AbortSignal;
}

export interface Slot {
  /** Gives the slot to another page, while this one waits for a vendor. */
  release(): void;
}

/** Orders the pages of all sources. */
export interface PageQueue {
  /** Processes one page once there are a slot for it and capacity in the outbox, the highest priority first. */
  run<T>(job: PageJob, work: (place: Slot) => Promise<T>): Promise<T>;
  /** Updates the priority of the source's page, if it is queued. */
  updatePriority(sourceId: string): void;
}

export function createPageQueue({ store, wait, onWait }: PageQueueDeps): PageQueue {
  const queue = new PQueue({ concurrency: MAX_CONCURRENT_PAGES });
  const waiting = new Map<string, PageJob>();

  async function hasCapacity(): Promise<boolean> {
    const { entries, bytes } = await store.backlog();
    return entries < MAX_BACKLOG_ENTRIES && bytes < MAX_BACKLOG_BYTES;
  }

  /**
   * While the outbox is full no page has a slot, so that the page with the highest priority is next, not the first to
   * check.
   */
  async function pauseUntilCapacity(): Promise<void> {
    if (queue.isPaused) return;
    queue.pause();
    try {
      do {
        onWait();
        await wait(POLL_INTERVAL_MS, new AbortController().signal);
      } while (queue.size > 0 && !(await hasCapacity()));
    } finally {
      queue.start();
    }
  }

  return {
    updatePriority: (sourceId) => {
      const job = waiting.get(sourceId);
      if (job) queue.setPriority(sourceId, job.priority());
    },
    run: async (job, work) => {
      const { sourceId: id, signal } = job;
      for (;;) {
        waiting.set(id, job);
        let page: ReturnType<typeof work> | undefined;
        const queued = queue.add(
          async () => {
            waiting.delete(id);
            if (!(await hasCapacity())) return;
            signal.throwIfAborted();
            const released = new Promise<void>((resolve) => {
              page = work({ release: resolve });
            });
            await Promise.race([released, page]);
          },
          { id, priority: job.priority(), signal },
        );
        // An abort ends the slot at once, but not the work, which must observe the signal itself.
        await queued.finally(() => {
          waiting.delete(id);
          return page?.catch(() => {});
        });
        if (page) return page;
        // A failing store also fails the next attempt, which reports it.
        void pauseUntilCapacity().catch(() => {});
      }
    },
  };
}
