/** Counts the steps of a process and kills it at one of them; a dead process gets nothing done any more. */
export interface Fuse {
  /** Throws when the process is dead or dies now. */
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
 * The object with a possible death before and after every call of a method: for a store, before the
 * transaction begins and after it has committed. `pause` holds every call up.
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
