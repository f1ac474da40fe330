import type { GrowthCase } from "./growth-cases";

export interface Growth {
  readonly name: string;
  readonly size: number;
  readonly isSquared: boolean;
  /** Processor time at a quarter of the size and at the size, milliseconds. */
  readonly quarterMs: number;
  readonly wholeMs: number;
  /** How many times as long four times as much takes: 4 where time is in proportion, 16 where it is squared. */
  readonly factor: number;
}

/** Runs whose shortest counts. */
const RUNS = 3;
/** Shorter work is repeated, for processor time is counted coarsely. */
const MIN_MEASURED_MS = 40;

export async function measureGrowth({ name, size, isSquared = false, run }: GrowthCase): Promise<Growth> {
  const quarterMs = await shortest(() => run(size / 4));
  const wholeMs = await shortest(() => run(size));
  return { name, size, isSquared, quarterMs, wholeMs, factor: wholeMs / quarterMs };
}

async function shortest(work: () => unknown): Promise<number> {
  const runs: number[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await processorMs(work));
  return Math.min(...runs);
}

/** What other programs do meanwhile does not count. */
async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let times = 1; ; times++) {
    await work();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1_000;
    if (spent >= MIN_MEASURED_MS) return spent / times;
  }
}
