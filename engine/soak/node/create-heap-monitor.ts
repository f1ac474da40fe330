import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Memory of this process, after garbage collection. */
export interface HeapMonitor {
  /** Measures from time to time: a garbage collection takes time. */
  sampleSometimes(): void;
  sampleNow(): void;
  /** The maximum, in megabytes. */
  peak(): number;
}

const SAMPLE_EVERY_CALLS = 50;

export function createHeapMonitor(): HeapMonitor {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  let calls = 0;
  let peak = 0;
  const sampleNow = () => {
    collect();
    peak = Math.max(peak, process.memoryUsage().heapUsed / 2 ** 20);
  };
  return {
    sampleNow,
    sampleSometimes: () => {
      if (calls++ % SAMPLE_EVERY_CALLS === 0) sampleNow();
    },
    peak: () => peak,
  };
}
