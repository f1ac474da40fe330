import type { RateLimit } from "../../connectors/service";

/**
 * The generic cell rate algorithm (ITU-T I.371, annex A; the same as a leaky bucket used as a meter). The only state
 * of a limit is the theoretical arrival time (TAT) of the next request, if requests were evenly spaced. A request is
 * allowed at `t` when `t >= TAT - (burst - 1) * interval`, and then `TAT = max(t, TAT) + interval`.
 *
 * No window of `windowMs` contains more than `requests` requests: n allowed requests advance the TAT by n - 1
 * intervals before the last of them is tested, so the last is at least (n - 1) - (burst - 1) = n - burst intervals
 * after the first. For n = requests + 1 that is (requests - burst + 1) * interval, and the interval is chosen so that
 * this is at least `windowMs`. All values are whole milliseconds, so rounding errors do not accumulate.
 */
export function emissionInterval(limit: RateLimit): number {
  return Math.ceil(limit.windowMs / (limit.requests - effectiveBurst(limit) + 1));
}

/** When the next request is allowed, at `now` or later; both in milliseconds since the epoch. */
export function earliestAllowedAt(limit: RateLimit, arrival: number | undefined, now: number): number {
  const tolerance = (effectiveBurst(limit) - 1) * emissionInterval(limit);
  return Math.max(now, clampArrival(limit, arrival, now) - tolerance);
}

/** The arrival time to store after a request at `now`. */
export function nextArrivalTime(limit: RateLimit, arrival: number | undefined, now: number): number {
  return clampArrival(limit, arrival, now) + emissionInterval(limit);
}

/** Number of the window's `requests` that are still allowed in the coming window. */
export function remainingRequests(limit: RateLimit, arrival: number | undefined, now: number): number {
  return limit.requests - Math.ceil((clampArrival(limit, arrival, now) - now) / emissionInterval(limit));
}

/** An arrival time further ahead than a request can have set it means that the clock was set back. */
function clampArrival(limit: RateLimit, arrival: number | undefined, now: number): number {
  const furthest = now + effectiveBurst(limit) * emissionInterval(limit);
  return Math.min(Math.max(now, arrival ?? now), furthest);
}

function effectiveBurst({ requests, burst }: RateLimit): number {
  return Math.min(requests, Math.max(1, burst ?? Math.floor(requests / 10)));
}
