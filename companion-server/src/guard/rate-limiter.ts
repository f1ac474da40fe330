export interface RateLimiterOptions {
  /** Requests a client may make at once. */
  readonly burst: number;
  /** How many of them come back in a minute. */
  readonly perMinute: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A bucket of requests a client, filled up steadily. */
export interface RateLimiter {
  /** Takes one out; the seconds to wait where none is left, else 0. */
  take(client: string): number;
}

/** Clients that are remembered; beyond it the ones that were away longest are forgotten. */
const MAX_CLIENTS = 1_000;

export function createRateLimiter({ burst, perMinute, now }: RateLimiterOptions): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;

  const refill = (client: string) => {
    const at = now();
    const bucket = buckets.get(client) ?? { left: burst, at };
    return { left: Math.min(burst, bucket.left + (at - bucket.at) * perMs), at };
  };

  return {
    take: (client) => {
      const bucket = refill(client);
      const isFree = bucket.left >= 1;
      if (isFree) bucket.left--;
      // Put in anew, so that the first of the map is the one that was away longest.
      buckets.delete(client);
      buckets.set(client, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > MAX_CLIENTS && oldest !== undefined) buckets.delete(oldest);
      return isFree ? 0 : Math.ceil((1 - bucket.left) / perMs / 1000);
    },
  };
}
