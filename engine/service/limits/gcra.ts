import type { RateLimit } from "../../connectors/service";

/**
 * The generic cell rate algorithm (ITU-T I.371, annex A; the same as a leaky bucket used as a meter): all a limit
 * has to remember is the theoretical arrival time (TAT) of the next request, were requests evenly spaced. A
 * request may go at `t` when `t >= TAT - (burst - 1) * interval`, and then `TAT = max(t, TAT) + interval`.
 *
 * Why no stretch of `windowMs` sees more than `requests`: n requests that were let through move the TAT on by
 * n - 1 intervals before the last of them is judged, so the last comes at least (n - 1) - (burst - 1) = n - burst
 * intervals after the first. For n = requests + 1 that is (requests - burst + 1) * interval, and the interval is
 * chosen so that this is no less than `windowMs`. Everything is a whole number of milliseconds, so nothing is
 * lost to rounding, however long the meter runs.
 */
export function emissionInterval(limit: RateLimit): number {
  return Math.ceil(limit.windowMs / (limit.requests - effectiveBurst(limit) + 1));
}

/** When the next request may go, at `now` or later; both in milliseconds since the epoch. */
export function earliestAllowedAt(limit: RateLimit, arrival: number | undefined, now: number): number {
  const tolerance = (effectiveBurst(limit) - 1) * emissionInterval(limit);
  return Math.max(now, clampArrival(limit, arrival, now) - tolerance);
}

/** The arrival time to remember once a request has gone at `now`. */
export function nextArrivalTime(limit: RateLimit, arrival: number | undefined, now: number): number {
  return clampArrival(limit, arrival, now) + emissionInterval(limit);
}

/** Of the `requests` of a window, those that may still go in the coming one. */
export function remainingRequests(limit: RateLimit, arrival: number | undefined, now: number): number {
  return limit.requests - Math.ceil((clampArrival(limit, arrival, now) - now) / emissionInterval(limit));
}

/** An arrival time further ahead than any request can have moved it means that the clock was set back. */
function clampArrival(limit: RateLimit, arrival: number | undefined, now: number): number {
  const furthest = now + effectiveBurst(limit) * emissionInterval(limit);
  return Math.min(Math.max(now, arrival ?? now), furthest);
}

function effectiveBurst({ requests, burst }: RateLimit): number {
  return Math.min(requests, Math.max(1, burst ?? Math.floor(requests / 10)));
}
