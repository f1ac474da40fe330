import type { Clock } from "../../ports/clock";

export interface FakeClock extends Clock {
  /** Moves time on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until moved. */
export function createFakeClock(start = Date.UTC(2025, 0, 1)): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
