import PQueue from "p-queue";
import type { IngestStore } from "../store/store";
import type { Wait } from "../util/wait";

/** Pages that are worked on at the same time; the rest wait their turn. */
const PLACES = 3;
/** What may wait in the outbox before pulling pauses; a page may overshoot it. */
const MOST_ENTRIES = 2_000;
const MOST_BYTES = 48 * 1024 * 1024;
const LOOK_AGAIN_MS = 500;

export interface PageQueueOptions {
  readonly store: Pick<IngestStore, "backlog">;
  readonly wait: Wait;
  /** Called at every look for room, so that an engine that went away is woken to make some. */
  readonly onWait: () => void;
}

/** Whose page it is and how urgent; a source has one page here at a time. */
export interface PageWish {
  readonly sourceId: string;
  /** Higher goes first; asked whenever the page is put into line. */
  readonly priority: () => number;
  readonly signal: AbortSignal;
}

export interface Place {
  /** Lets another page have the place: this one waits for a vendor and needs nothing here meanwhile. */
  release(): void;
}

/** Brings the pages of all sources into one order. */
export interface PageQueue {
  /** Works on one page once there is a place for it and room in the outbox, the most urgent first. */
  run<T>(wish: PageWish, work: (place: Place) => Promise<T>): Promise<T>;
  /** Puts the source's page, if one waits its turn, into line anew. */
  reorder(sourceId: string): void;
}

export function createPageQueue({ store, wait, onWait }: PageQueueOptions): PageQueue {
  const queue = new PQueue({ concurrency: PLACES });
  const waiting = new Map<string, PageWish>();

  async function hasRoom(): Promise<boolean> {
    const { entries, bytes } = await store.backlog();
    return entries < MOST_ENTRIES && bytes < MOST_BYTES;
  }

  /** While the outbox is full nobody holds a place, so that the most urgent page is next and not the first to ask. */
  async function pauseUntilRoom(): Promise<void> {
    if (queue.isPaused) return;
    queue.pause();
    try {
      do {
        onWait();
        await wait(LOOK_AGAIN_MS, new AbortController().signal);
      } while (queue.size > 0 && !(await hasRoom()));
    } finally {
      queue.start();
    }
  }

  return {
    reorder: (sourceId) => {
      const wish = waiting.get(sourceId);
      if (wish) queue.setPriority(sourceId, wish.priority());
    },
    run: async (wish, work) => {
      const { sourceId: id, signal } = wish;
      for (;;) {
        waiting.set(id, wish);
        let page: ReturnType<typeof work> | undefined;
        const turn = queue.add(
          async () => {
            waiting.delete(id);
            if (!(await hasRoom())) return;
            signal.throwIfAborted();
            const released = new Promise<void>((resolve) => {
              page = work({ release: resolve });
            });
            await Promise.race([released, page]);
          },
          { id, priority: wish.priority(), signal },
        );
        // An abort ends the turn at once, but not the work, which has to see for itself.
        await turn.finally(() => {
          waiting.delete(id);
          return page?.catch(() => {});
        });
        if (page) return page;
        // A store that fails fails the next turn, too, where it is told.
        void pauseUntilRoom().catch(() => {});
      }
    },
  };
}
