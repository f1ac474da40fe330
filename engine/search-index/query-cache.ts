/** What was computed for the latest queries; emptied when the index changes. */
export interface QueryCache<T> {
  get(query: string, compute: () => T): T;
  clear(): void;
}

/** Emptied when it holds `maxEntries`. */
export function createQueryCache<T>(maxEntries: number): QueryCache<T> {
  const entries = new Map<string, T>();
  return {
    get(query, compute) {
      const known = entries.get(query);
      if (known !== undefined) return known;
      if (entries.size >= maxEntries) entries.clear();
      const value = compute();
      entries.set(query, value);
      return value;
    },
    clear: () => entries.clear(),
  };
}
