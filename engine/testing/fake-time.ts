import type { Wait } from "../util/wait";
import { createFakeClock, type FakeClock } from "./fake-clock";

/** Turns of the event loop in which nothing happened before time passes. */
const QUIET_TURNS = 4;
/** Turns after which work that neither goes on nor waits for time is given up. */
const STUCK_TURNS = 50_000;

/** Time that passes only while everybody waits for it, and then at once. */
export interface FakeTime {
  readonly clock: FakeClock;
  readonly wait: Wait;
  /** Sees the work to its end; whenever nothing goes on, time jumps to the next `wait` that is over. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Time stands still until the operation has ended. */
  holding<T>(operation: () => Promise<T>): Promise<T>;
}

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

export function createFakeTime(clock: FakeClock = createFakeClock()): FakeTime {
  const timers = new Set<Timer>();
  let held = 0;
  return {
    clock,
    wait: (milliseconds, signal) => waitFor(timers, clock.now() + milliseconds, signal),
    holding: async (operation) => {
      held++;
      try {
        return await operation();
      } finally {
        held--;
      }
    },
    run: async (work) => {
      let settled = false;
      const settle = () => {
        settled = true;
      };
      work.then(settle, settle);
      for (let quiet = 0; !settled; quiet++) {
        await new Promise((resolve) => setImmediate(resolve));
        if (held > 0) quiet = 0;
        if (quiet < QUIET_TURNS) continue;
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (next) {
          clock.advance(Math.max(0, next.at - clock.now()));
          next.ring();
          quiet = 0;
        } else if (quiet > STUCK_TURNS) {
          throw new Error("The work neither goes on nor waits for time to pass");
        }
      }
      return work;
    },
  };
}

function waitFor(timers: Set<Timer>, at: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const leave = (then: () => void) => () => {
      timers.delete(timer);
      signal.removeEventListener("abort", onAbort);
      then();
    };
    const timer: Timer = { at, ring: leave(resolve) };
    const onAbort = leave(() => reject(signal.reason));
    timers.add(timer);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
