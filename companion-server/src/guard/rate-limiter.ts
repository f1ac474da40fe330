export interface RateLimiterOptions {
  /** Requests that a client may send at once. */
  readonly burst: number;
  /** Requests added to the bucket per minute. */
  readonly perMinute: number;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A token bucket per client. */
export interface RateLimiter {
  /** Takes one request; the seconds to wait when the bucket is empty, else 0. */
  take(client: string): number;
}

/** Most clients that are tracked; beyond it the least recent ones are dropped. */
const MAX_CLIENTS = 1_000;

export function createRateLimiter({ burst, perMinute, now }: RateLimiterOptions): RateLimiter {
  const buckets = new Map<string, { left: number; at: number }>();
  const perMs = perMinute / 60_000;

  const refill = (client: string) => {
    const at = now();
    const bucket = buckets.get(client) ?? { left: burst, at };
    // No time has passed when the clock was set back.
    const passed = Math.max(0, at - bucket.at);
    return { left: Math.min(burst, bucket.left + passed * perMs), at };
  };

  return {
    take: (client) => {
      const bucket = refill(client);
      const isFree = bucket.left >= 1;
      if (isFree) bucket.left--;
      // Inserted again, so that the first entry of the map is the least recent client.
      buckets.delete(client);
      buckets.set(client, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > MAX_CLIENTS && oldest !== undefined) buckets.delete(oldest);
      return isFree ? 0 : Math.ceil((1 - bucket.left) / perMs / 1000);
    },
  };
}
