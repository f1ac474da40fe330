import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** How much this process holds, garbage not counted. */
export interface HeapWatch {
  /** Looks now and then: collecting garbage takes time. */
  look(): void;
  lookNow(): void;
  /** The most that was ever seen, megabytes. */
  peak(): number;
}

const EVERY = 50;

export function createHeapWatch(): HeapWatch {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let calls = 0;
  let most = 0;
  const lookNow = () => {
    collect();
    most = Math.max(most, process.memoryUsage().heapUsed / 2 ** 20);
  };
  return {
    lookNow,
    look: () => {
      if (calls++ % EVERY === 0) lookNow();
    },
    peak: () => most,
  };
}
