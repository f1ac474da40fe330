/** Caches the result of an asynchronous call. A failed call is made again. */
export function once<T>(load: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let pending: Promise<T> | undefined;
  return (signal) => {
    pending ??= load(signal);
    pending.catch(() => {
      pending = undefined;
    });
    return pending;
  };
}
