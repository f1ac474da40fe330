import { UnavailableError } from "../errors/unavailable-error";
import type { Wait } from "../util/wait";

export interface TimeLimit {
  readonly wait: Wait;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
}

/**
 * Runs work with a signal that aborts once the work is over, has taken too long, or is not wanted any more.
 * Rejects with UnavailableError when it took too long and with the signal's reason as soon as that is aborted,
 * whether the work obeys or not.
 */
export async function withTimeLimit<T>(
  { wait, milliseconds, signal }: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  const either = AbortSignal.any([signal, over.signal]);
  const late = wait(milliseconds, either).then((): never => {
    throw new UnavailableError(`There is no answer within ${milliseconds / 1_000} seconds`);
  });
  try {
    return await Promise.race([work(either), late]);
  } finally {
    over.abort();
  }
}
