import type { ModelInfo } from "../model-provider";
import type { OutputEvent } from "./attempt-model";

export interface Runner {
  readonly model: ModelInfo;
  readonly parts: AsyncGenerator<OutputEvent>;
  /** Stops the model. */
  readonly stop: () => void;
}

/** The runner with the first part; the others are stopped. */
export interface Winner {
  readonly runner: Runner;
  readonly first: IteratorResult<OutputEvent>;
}

/** Rejects with the last error when all fail. */
export async function raceToFirst(runners: readonly Runner[]): Promise<Winner> {
  const failures: unknown[] = [];
  const starts = runners.map(async (runner) => {
    try {
      return { runner, first: await runner.parts.next() };
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
