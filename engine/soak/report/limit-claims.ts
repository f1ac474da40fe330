import type { RateLimit } from "../../connectors/service";
import type { LoggedRequest } from "../vendor/create-soak-vendor";
import { atMost, type Claim } from "./claim";

/** What the vendor's own log says of each declared limit: its busiest stretch. */
export function limitClaims(limits: readonly RateLimit[], log: readonly LoggedRequest[]): readonly Claim[] {
  return limits.map((limit) => {
    const { id, requests, windowMs, paths } = limit;
    const times = log
      .filter(({ path }) => paths?.some((part) => path.includes(part)) ?? true)
      .map(({ at }) => at);
    const what = `requests in any ${windowMs / 60_000} min, limit "${id}"`;
    return atMost(what, busiest(times, windowMs), requests);
  });
}

/** Most of these times, in order, that fall into one stretch. */
export function busiest(times: readonly number[], windowMs: number): number {
  let from = 0;
  let most = 0;
  for (const [at, time] of times.entries()) {
    while (time - (times[from] ?? time) >= windowMs) from++;
    most = Math.max(most, at - from + 1);
  }
  return most;
}
