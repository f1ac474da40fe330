import type { IngestStore } from "../store/store";
import type { Wait } from "../util/wait";

/** What may wait in the outbox before pulling pauses; a page may overshoot it. */
const MOST_ENTRIES = 2_000;
const MOST_BYTES = 48 * 1024 * 1024;
const LOOK_AGAIN_MS = 500;

export interface RoomOptions {
  readonly store: Pick<IngestStore, "backlog">;
  readonly wait: Wait;
  /** Called at every look, so that an engine that went away is woken to make room. */
  readonly onWait: () => void;
}

/** Resolves once the outbox has room for another page. */
export async function awaitRoom(options: RoomOptions, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const { entries, bytes } = await options.store.backlog();
    if (entries < MOST_ENTRIES && bytes < MOST_BYTES) return;
    options.onWait();
    await options.wait(LOOK_AGAIN_MS, signal);
  }
}
