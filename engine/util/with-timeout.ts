import { UnavailableError } from "../errors/unavailable-error";
import type { Wait } from "./wait";

export interface TimeoutOptions {
  readonly wait: Wait;
  readonly milliseconds: number;
  readonly signal: AbortSignal;
}

/** Nobody reads it. Without a reason, an error with its stack would be created for every piece of every reply. */
const WORK_OVER = "The work is over";

/**
 * Runs work with a signal that aborts when the work is over, takes too long or is cancelled. Rejects with
 * UnavailableError when it took too long, and with the signal's reason immediately after its abort, whether the work
 * reacts or not.
 */
export async function withTimeout<T>(
  { wait, milliseconds, signal }: TimeoutOptions,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const workEnd = new AbortController();
  const combined = AbortSignal.any([signal, workEnd.signal]);
  const timeout = wait(milliseconds, combined).then((): never => {
    throw new UnavailableError(`There is no answer within ${milliseconds / 1_000} seconds`);
  });
  try {
    return await Promise.race([work(combined), timeout]);
  } finally {
    workEnd.abort(WORK_OVER);
  }
}
