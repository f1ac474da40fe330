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

/** Failures in a row that open the breaker: one request with all its retries, and one more. */
const FAILURE_THRESHOLD = 5;
const INITIAL_OPEN_MS = 30_000;
const MAX_OPEN_MS = 5 * 60_000;

/** Keeps requests from a vendor that keeps failing. In memory only: sync's own back-off outlives the process. */
export interface Breaker {
  /** Runs work, unless the breaker is open: then UnavailableError at once, saying when it tries again. */
  run<T>(work: () => Promise<T>): Promise<T>;
  state(): ServiceStatus["breaker"];
}

export interface BreakerOptions {
  readonly clock: Clock;
  /** Of the vendor, for errors. */
  readonly name: string;
  readonly locale: string;
}

/**
 * Cockatiel's circuit breaker on our clock. Its own measure of an open circuit's pause is
 * `Date.now() - openedAt < backoff.duration`, read anew at every call, so a duration that is endless until our
 * clock has come to the time, and less than nothing from then on, leaves `Date.now()` without a say.
 */
export function createBreaker({ clock, name, locale }: BreakerOptions): Breaker {
  let probeAt = 0;
  const backoff = (openings: number) => {
    probeAt = clock.now() + Math.min(MAX_OPEN_MS, INITIAL_OPEN_MS * 2 ** openings);
    return {
      get duration() {
        return clock.now() < probeAt ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
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
      if (policy.state === CircuitState.Open) return clock.now() < probeAt ? "open" : "half-open";
      return policy.state === CircuitState.HalfOpen ? "half-open" : "closed";
    },
  };
}
