import { useState } from "react";

type State =
  | { readonly status: "idle" | "busy" }
  | { readonly status: "failed"; readonly problem: string; readonly code: string };

interface Action {
  readonly busy: boolean;
  /** Why the last run failed, and the error's `code` when it had one. */
  readonly problem?: string;
  readonly code?: string;
  /** Runs the work and keeps how it went; resolves when it is over, also when it failed. */
  readonly run: (work: () => Promise<void>) => Promise<void>;
  readonly dismiss: () => void;
}

/** Work started by a click: whether it is under way, and why it failed. */
export function useAction(): Action {
  const [state, setState] = useState<State>({ status: "idle" });
  return {
    busy: state.status === "busy",
    ...(state.status === "failed" && { problem: state.problem, code: state.code }),
    dismiss: () => setState({ status: "idle" }),
    run: async (work) => {
      setState({ status: "busy" });
      try {
        await work();
        setState({ status: "idle" });
      } catch (error) {
        setState({ status: "failed", ...readError(error) });
      }
    },
  };
}

function readError(error: unknown): { problem: string; code: string } {
  if (!(error instanceof Error)) return { problem: String(error), code: "" };
  return { problem: error.message, code: "code" in error ? String(error.code) : "" };
}
