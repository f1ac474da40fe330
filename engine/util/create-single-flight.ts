/** Shares work under way: who asks for a key that is being worked on gets the outcome of that work. */
export type SingleFlight<T> = (key: string, work: () => Promise<T>) => Promise<T>;

/**
 * Runs work once at a time for each key. The next call after its end, good or bad, works anew. Work shared by
 * several callers must not end with the abort of one of them, so give it a signal of its own.
 */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Promise<T>>();
  return (key, work) => {
    const pending = flights.get(key);
    if (pending !== undefined) return pending;
    // Started in a later turn, so that work which throws at once or asks for its own key finds the flight entered.
    const flight = Promise.resolve()
      .then(work)
      .finally(() => flights.delete(key));
    flights.set(key, flight);
    return flight;
  };
}
