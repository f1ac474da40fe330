/** Gives queries priority over indexing, which shares their thread and their store. */
export interface QueryPriority {
  /** Marks the start of a query; call the returned function at its end. */
  startQuery(): () => void;
  /** The pause of indexing: lets other tasks run, and waits while any query runs. */
  readonly yieldToQueries: () => Promise<void>;
}

/** `yieldToQueries` resolves in a later task. */
export function createQueryPriority(yieldToOthers: () => Promise<void>): QueryPriority {
  let runningQueries = 0;
  let waiters: (() => void)[] = [];
  return {
    startQuery: () => {
      let running = true;
      runningQueries++;
      return () => {
        if (running) runningQueries--;
        running = false;
        if (runningQueries > 0) return;
        for (const resume of waiters) resume();
        waiters = [];
      };
    },
    yieldToQueries: async () => {
      await yieldToOthers();
      while (runningQueries > 0) await new Promise<void>((resume) => waiters.push(resume));
    },
  };
}
