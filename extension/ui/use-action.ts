import { useState } from "react";

interface State {
  /** Runs that have not ended. */
  readonly running: number;
  readonly failure?: { readonly problem: string; readonly code: string };
}

export interface Action {
  readonly busy: boolean;
  /** Why the last run failed, and the error's `code` when it had one. */
  readonly problem?: string;
  readonly code?: string;
  /** Runs the work and keeps its outcome; resolves when it has ended, also when it failed. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly dismiss: () => void;
}

/** Work started by a click: whether it is in progress, and why it failed. */
export function useAction(): Action {
  const [{ running, failure }, setState] = useState<State>({ running: 0 });
  return {
    busy: running > 0,
    ...failure,
    dismiss: () => setState((last) => ({ running: last.running })),
    run: async (work) => {
      setState((last) => ({ running: last.running + 1 }));
      try {
        await work();
        setState((last) => ({ ...last, running: last.running - 1 }));
      } catch (error) {
        setState((last) => ({ running: last.running - 1, failure: toFailure(error) }));
      }
    },
  };
}

function toFailure(error: unknown): { problem: string; code: string } {
  if (!(error instanceof Error)) return { problem: String(error), code: "" };
  return { problem: error.message, code: "code" in error ? String(error.code) : "" };
}
