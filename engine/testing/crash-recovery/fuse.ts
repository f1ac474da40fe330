/** Counts the steps of a process and kills it at one of them; every later call of a killed process throws. */
export interface Fuse {
  /** Throws when the process is killed, or is killed now. */
  step(): void;
  readonly steps: number;
  readonly blown: boolean;
}

/** A fuse that blows at the `blowAt`-th step, from 1. */
export function createFuse(blowAt = Number.POSITIVE_INFINITY): Fuse {
  let steps = 0;
  return {
    step: () => {
      if (steps < blowAt) steps++;
      if (steps >= blowAt) throw new Error("The process was killed");
    },
    get steps() {
      return steps;
    },
    get blown() {
      return steps >= blowAt;
    },
  };
}

/**
 * The object with a possible kill before and after every method call: for a store, before the transaction begins and
 * after it is committed. `pause` delays every call.
 */
export function killable<T extends object>(
  target: T,
  fuse: Fuse,
  pause: () => Promise<void> = async () => {},
): T {
  return new Proxy(target, {
    get: (object, name, receiver) => {
      const method: unknown = Reflect.get(object, name, receiver);
      if (typeof method !== "function") return method;
      return async (...args: unknown[]) => {
        await pause();
        fuse.step();
        const result: unknown = await method.apply(object, args);
        fuse.step();
        return result;
      };
    },
  });
}
