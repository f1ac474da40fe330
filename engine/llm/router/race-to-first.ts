import type { ModelInfo } from "../model-provider";
import type { OutputEvent } from "./attempt-model";

export interface Runner {
  readonly model: ModelInfo;
  readonly parts: AsyncGenerator<OutputEvent>;
  /** Stops the model. */
  readonly stop: () => void;
}

/** The runner with the first text or end; the others are stopped. */
export interface Winner {
  readonly runner: Runner;
  /** Its parts so far: the reasoning before its text, and the first part of that. */
  readonly begun: readonly OutputEvent[];
}

/** Rejects with the last error when all fail. */
export async function raceToFirst(runners: readonly Runner[]): Promise<Winner> {
  const failures: unknown[] = [];
  const starts = runners.map(async (runner) => {
    try {
      return { runner, begun: await readToFirst(runner) };
    } catch (error) {
      failures.push(error);
      throw error;
    }
  });
  try {
    const winner = await Promise.any(starts);
    for (const runner of runners) {
      if (runner === winner.runner) continue;
      runner.stop();
      // Lets it log its cost.
      void runner.parts.return(undefined).catch(() => {});
    }
    return winner;
  } catch {
    throw failures.at(-1);
  }
}

async function readToFirst({ parts }: Runner): Promise<readonly OutputEvent[]> {
  const begun: OutputEvent[] = [];
  for (;;) {
    const { done, value } = await parts.next();
    if (done) return begun;
    begun.push(value);
    if (value.type !== "reasoning") return begun;
  }
}
