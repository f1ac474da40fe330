/** Resolves after this many milliseconds. Rejects with the signal's reason when it aborts before. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** The timer of every JavaScript platform. */
export const wait: Wait = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", onAbort, { once: true });
  });
