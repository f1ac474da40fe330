import { wait } from "../util/wait";

const NEVER = new AbortController().signal;

/**
 * Lets the other tasks of the worker run. A converter calls it after each piece of work (a few tens of milliseconds),
 * so that a question is answered while a large document is converted. Rejects with the signal's reason.
 */
export function pause(signal: AbortSignal | undefined): Promise<void> {
  return wait(0, signal ?? NEVER);
}
