import type { Clock } from "../../ports/clock";

export interface FakeClock extends Clock {
  /** Advances the time by this many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that only `advance` moves. */
export function createFakeClock(start = Date.UTC(2025, 0, 1)): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
