import type { Clock } from "../ports/clock";

/** Work between two pauses: about a frame, so that a query asked meanwhile waits no longer. */
const PAUSE_AFTER_MS = 12;

export interface PacerDeps {
  readonly clock: Clock;
  /** Lets other tasks of the thread run, such as a query that came in. */
  readonly yieldToOthers: () => Promise<void>;
}

/** Returns a function that pauses when enough time has gone by since it last did. */
export function createPacer({ clock, yieldToOthers }: PacerDeps): () => Promise<void> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < PAUSE_AFTER_MS) return;
    await yieldToOthers();
    since = clock.now();
  };
}
