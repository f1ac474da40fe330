/** Shares running work: a caller that asks for a key whose work is running gets its result. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Runs one piece of work at a time for each key. The next call after its end starts it again. The abort of one caller
 * must not end work that others share, so give the work its own signal.
 */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Promise<T>>();
  return (key, work) => {
    const pending = flights.get(key);
    if (pending !== undefined) return pending;
    // Started in a later microtask, so that work that throws immediately or asks for its own key finds the entry.
    const flight = Promise.resolve()
      .then(work)
      .finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}
