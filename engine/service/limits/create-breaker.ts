import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
} from "cockatiel";
import type { ServiceStatus } from "../../contract/sources";
import { hasCode } from "../../errors/error-code";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Clock } from "../../ports/clock";
import { formatTime } from "../format-time";

/** Consecutive failures that open the breaker: one request with all its retries, and one more. */
const FAILURE_THRESHOLD = 5;
const INITIAL_OPEN_MS = 30_000;
const MAX_OPEN_MS = 5 * 60_000;

/** Stops requests to a vendor that keeps failing. In memory only: the backoff of sync is persistent. */
export interface Breaker {
  /**
   * Runs work, unless the breaker is open: then it rejects at once with UnavailableError, which names the time of the
   * next attempt.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  state(): ServiceStatus["breaker"];
}

export interface BreakerOptions {
  readonly clock: Clock;
  /** Name of the vendor, for messages. */
  readonly name: string;
  readonly locale: string;
}

/**
 * Cockatiel's circuit breaker with an injected clock. It computes the pause of an open circuit as `Date.now() -
 * openedAt < backoff.duration`, evaluated at every call. A duration that is infinite until the injected clock has
 * reached the time, and negative infinite from then on, makes `Date.now()` irrelevant.
 */
export function createBreaker({ clock, name, locale }: BreakerOptions): Breaker {
  let probeAt = 0;
  // A time further ahead than it can have been set means that the clock was set back.
  const isWaiting = () => clock.now() < probeAt && probeAt <= clock.now() + MAX_OPEN_MS;
  const backoff = (openings: number) => {
    probeAt = clock.now() + Math.min(MAX_OPEN_MS, INITIAL_OPEN_MS * 2 ** openings);
    return {
      get duration() {
        return isWaiting() ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
      next: () => backoff(openings + 1),
    };
  };
  const policy = circuitBreaker(
    handleWhen((error) => hasCode(error, "unavailable")),
    { halfOpenAfter: { next: () => backoff(0) }, breaker: new ConsecutiveBreaker(FAILURE_THRESHOLD) },
  );
  return {
    run: async (work) => {
      try {
        return await policy.execute(work);
      } catch (thrown) {
        if (!isBrokenCircuitError(thrown)) throw thrown;
        const time = formatTime(probeAt, { now: clock.now(), locale });
        throw new UnavailableError(`Cannot reach ${name}: it keeps failing; Atlas tries again at ${time}`, {
          cause: thrown,
        });
      }
    },
    state: () => {
      if (policy.state === CircuitState.Open) return isWaiting() ? "open" : "half-open";
      return policy.state === CircuitState.HalfOpen ? "half-open" : "closed";
    },
  };
}
