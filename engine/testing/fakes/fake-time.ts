import type { Wait } from "../../util/wait";
import { createFakeClock, type FakeClock } from "./fake-clock";

/** Idle turns of the event loop before time passes. */
const QUIET_TURNS = 4;
/** Idle turns after which work that does not wait for time is abandoned. */
const STUCK_TURNS = 50_000;

/** Time that passes only when all work waits for it, and then at once. */
export interface FakeTime {
  readonly clock: FakeClock;
  readonly wait: Wait;
  /** Runs the work to its end; whenever nothing else runs, time jumps to the next `wait` that is due. */
  run<T>(work: Promise<T>): Promise<T>;
  /** Time does not pass until the operation has ended. */
  freezeDuring<T>(operation: () => Promise<T>): Promise<T>;
}

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

export function createFakeTime(clock: FakeClock = createFakeClock()): FakeTime {
  const timers = new Set<Timer>();
  let frozen = 0;
  return {
    clock,
    wait: (milliseconds, signal) => waitFor(timers, clock.now() + milliseconds, signal),
    freezeDuring: async (operation) => {
      frozen++;
      try {
        return await operation();
      } finally {
        frozen--;
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
        if (frozen > 0) quiet = 0;
        if (quiet < QUIET_TURNS) continue;
        const [next] = [...timers].sort((a, b) => a.at - b.at);
        if (next) {
          clock.advance(Math.max(0, next.at - clock.now()));
          next.fire();
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
    const settleTimer = (then: () => void) => () => {
      timers.delete(timer);
      signal.removeEventListener("abort", onAbort);
      then();
    };
    const timer: Timer = { at, fire: settleTimer(resolve) };
    const onAbort = settleTimer(() => reject(signal.reason));
    timers.add(timer);
    signal.addEventListener("abort", onAbort, { once: true });
  });
}
