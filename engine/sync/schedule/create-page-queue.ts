import PQueue from "p-queue";
import type { IngestStore } from "../../store/store";
import type { Wait } from "../../util/wait";

/** Pages that are worked on at the same time; the rest wait their turn. */
const MAX_CONCURRENT_PAGES = 3;
/** What may wait in the outbox before pulling pauses; a page may overshoot it. */
const MAX_BACKLOG_ENTRIES = 2_000;
const MAX_BACKLOG_BYTES = 48 * 1024 * 1024;
const POLL_INTERVAL_MS = 500;

export interface PageQueueDeps {
  readonly store: Pick<IngestStore, "backlog">;
  readonly wait: Wait;
  /** Called at every look for room, so that an engine that went away is woken to make some. */
  readonly onWait: () => void;
}

/** Whose page it is and how urgent; a source has one page here at a time. */
export interface PageJob {
  readonly sourceId: string;
  /** Higher goes first; asked whenever the page is put into line. */
  readonly priority: () => number;
  readonly signal: AbortSignal;
}

export interface Slot {
  /** Lets another page have the place: this one waits for a vendor and needs nothing here meanwhile. */
  release(): void;
}

/** Brings the pages of all sources into one order. */
export interface PageQueue {
  /** Works on one page once there is a place for it and room in the outbox, the most urgent first. */
  run<T>(job: PageJob, work: (place: Slot) => Promise<T>): Promise<T>;
  /** Puts the source's page, if one waits its turn, into line anew. */
  updatePriority(sourceId: string): void;
}

export function createPageQueue({ store, wait, onWait }: PageQueueDeps): PageQueue {
  const queue = new PQueue({ concurrency: MAX_CONCURRENT_PAGES });
  const waiting = new Map<string, PageJob>();

  async function hasCapacity(): Promise<boolean> {
    const { entries, bytes } = await store.backlog();
    return entries < MAX_BACKLOG_ENTRIES && bytes < MAX_BACKLOG_BYTES;
  }

  /** While the outbox is full nobody holds a place, so that the most urgent page is next and not the first to ask. */
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
        // An abort ends the turn at once, but not the work, which has to see for itself.
        await queued.finally(() => {
          waiting.delete(id);
          return page?.catch(() => {});
        });
        if (page) return page;
        // A store that fails fails the next turn, too, where it is told.
        void pauseUntilCapacity().catch(() => {});
      }
    },
  };
}
