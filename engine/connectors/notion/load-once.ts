/** Loads values by key, each once, also when several callers ask at the same time. A failed load is repeated. */
export interface LoadOnce<Value> {
  load(key: string, request: () => Promise<Value | undefined>): Promise<Value | undefined>;
  /** Undefined when it is not loaded, or loaded and unknown. */
  get(key: string): Value | undefined;
  has(key: string): boolean;
  set(key: string, value: Value): void;
}

export function createLoadOnce<Value>(): LoadOnce<Value> {
  const values = new Map<string, Value | undefined>();
  const pending = new Map<string, Promise<Value | undefined>>();
  return {
    get: (key) => values.get(key),
    has: (key) => values.has(key),
    set: (key, value) => values.set(key, value),
    load: async (key, request) => {
      if (values.has(key)) return values.get(key);
      const running = pending.get(key) ?? request();
      pending.set(key, running);
      try {
        const value = await running;
        values.set(key, value);
        return value;
      } finally {
        pending.delete(key);
      }
    },
  };
}
