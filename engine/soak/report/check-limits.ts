import type { RateLimit } from "../../connectors/service";
import type { LoggedRequest } from "../vendor/create-soak-vendor";
import { checkAtMost, type SoakCheck } from "./soak-check";

/** The maximum of requests in the vendor's log for each declared limit. */
export function checkLimits(
  limits: readonly RateLimit[],
  log: readonly LoggedRequest[],
): readonly SoakCheck[] {
  return limits.map((limit) => {
    const { id, requests, windowMs, paths } = limit;
    const times = log
      .filter(({ path }) => paths?.some((part) => path.includes(part)) ?? true)
      .map(({ at }) => at);
    const what = `requests in any ${windowMs / 60_000} min, limit "${id}"`;
    return checkAtMost(what, maxInWindow(times, windowMs), requests);
  });
}

/** The maximum number of these ascending times within one interval. */
export function maxInWindow(times: readonly number[], windowMs: number): number {
  let from = 0;
  let maximum = 0;
  for (const [at, time] of times.entries()) {
    while (time - (times[from] ?? time) >= windowMs) from++;
    maximum = Math.max(maximum, at - from + 1);
  }
  return maximum;
}
