/** Asks once in the life of a connector; what failed is asked again. */
export function once<T>(ask: (signal: AbortSignal) => Promise<T>): (signal: AbortSignal) => Promise<T> {
  let asked: Promise<T> | undefined;
  return (signal) => {
    asked ??= ask(signal);
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}
