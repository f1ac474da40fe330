/** Lets questions go before indexing, which shares their thread and their store. */
export interface QueryPriority {
  /** A question begins; the function returned must be called once it has ended. */
  startQuery(): () => void;
  /** The pause of indexing: lets waiting tasks run, and stands still while any question is being answered. */
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
