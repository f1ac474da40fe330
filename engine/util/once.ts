/** Caches the result of an asynchronous call. A failed call is made again. */
export function once<T, Parameters extends readonly unknown[] = [signal: AbortSignal]>(
  load: (...parameters: Parameters) => Promise<T>,
): (...parameters: Parameters) => Promise<T> {
  let pending: Promise<T> | undefined;
  return (...parameters) => {
    pending ??= load(...parameters).catch((error) => {
      pending = undefined;
      throw error;
    });
    return pending;
  };
}
