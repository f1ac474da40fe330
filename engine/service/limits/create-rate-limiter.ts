import PQueue from "p-queue";
import type { RateLimit } from "../../connectors/service";
import type { Quota } from "../../model/quota";
import type { Clock } from "../../ports/clock";
import type { LimitRecord, LimitRecords } from "../../ports/limit-records";
import { DAY_MS } from "../../util/durations";
import { earliestAllowedAt, nextArrivalTime, remainingRequests } from "./gcra";

export interface RateLimiterOptions {
  readonly sourceId: string;
  readonly limits: readonly RateLimit[];
  readonly records: LimitRecords;
  readonly clock: Clock;
}

/** Counts one source's requests against the vendor's limits. Its whole state is in the records. */
export interface RateLimiter {
  /**
   * Takes a slot for a request to this path and returns `undefined`; the request must then be sent at once. When it
   * may not be sent yet, returns the time to ask again, milliseconds since the epoch.
   */
  acquire(path: string): Promise<number | undefined>;
  /**
   * The vendor rejects requests to this path until then, milliseconds since the epoch. Requests that count against
   * the same limits wait; all requests wait when the path has no limit of its own.
   */
  block(path: string, until: number): Promise<void>;
  /** Stores the vendor's report of the remaining limit with the next request. */
  recordQuota(quota: Quota): void;
  status(): Promise<{ readonly quota?: Quota; readonly blockedUntil?: number }>;
}

/** A longer pause is an error of the vendor, or the clock was set back. */
const MAX_BLOCK_MS = DAY_MS;

const EMPTY_RECORD: LimitRecord = { arrivals: {} };

export function createRateLimiter({ sourceId, limits, records, clock }: RateLimiterOptions): RateLimiter {
  // No other request may run between reading the record and writing it.
  const lock = new PQueue({ concurrency: 1 });
  let latestQuota: Quota | undefined;

  const limitsFor = (path: string) =>
    limits.filter(({ paths }) => !paths || paths.some((part) => path.includes(part)));

  const isBlockActive = (until: number | undefined) =>
    until !== undefined && until > clock.now() && until <= clock.now() + MAX_BLOCK_MS;

  async function load(): Promise<LimitRecord> {
    const { blockedUntil, blocked = {}, ...rest } = (await records.load(sourceId)) ?? EMPTY_RECORD;
    const active = Object.entries(blocked).filter(([, until]) => isBlockActive(until));
    return {
      ...rest,
      ...(latestQuota && { quota: latestQuota }),
      ...(active.length > 0 && { blocked: Object.fromEntries(active) }),
      ...(blockedUntil !== undefined && isBlockActive(blockedUntil) && { blockedUntil }),
    };
  }

  async function acquire(path: string): Promise<number | undefined> {
    const record = await load();
    const now = clock.now();
    const matching = limitsFor(path);
    const times = matching.flatMap((limit) => [
      earliestAllowedAt(limit, record.arrivals[limit.id], now),
      record.blocked?.[limit.id] ?? now,
    ]);
    const at = Math.max(now, record.blockedUntil ?? now, ...times);
    if (at > now) return at;
    const updated = matching.map((limit) => [
      limit.id,
      nextArrivalTime(limit, record.arrivals[limit.id], now),
    ]);
    // Written before the request is sent: a process killed in between has counted one too many, never one too few.
    await records.save(sourceId, {
      ...record,
      arrivals: { ...record.arrivals, ...Object.fromEntries(updated) },
    });
    return undefined;
  }

  async function block(path: string, until: number): Promise<void> {
    const record = await load();
    const latest = Math.min(until, clock.now() + MAX_BLOCK_MS);
    const later = (other: number | undefined) => Math.max(latest, other ?? latest);
    const scoped = limitsFor(path).filter(({ paths }) => paths);
    const blocked = scoped.map(({ id }) => [id, later(record.blocked?.[id])]);
    await records.save(sourceId, {
      ...record,
      ...(scoped.length > 0
        ? { blocked: { ...record.blocked, ...Object.fromEntries(blocked) } }
        : { blockedUntil: later(record.blockedUntil) }),
    });
  }

  return {
    acquire: (path) => lock.add(() => acquire(path)),
    block: (path, until) => lock.add(() => block(path, until)),
    recordQuota: (quota) => {
      latestQuota = quota;
    },
    status: async () => {
      const { quota, arrivals, blockedUntil } = await load();
      const known = quota ?? estimateQuota(limits, arrivals, clock.now());
      return { ...(known && { quota: known }), ...(blockedUntil !== undefined && { blockedUntil }) };
    },
  };
}

/** Own count for the limit on all requests with the smallest remaining share. */
function estimateQuota(
  limits: readonly RateLimit[],
  arrivals: LimitRecord["arrivals"],
  now: number,
): Quota | undefined {
  const counts = limits
    .filter(({ paths }) => !paths)
    .map((limit) => ({
      limit: limit.requests,
      left: remainingRequests(limit, arrivals[limit.id], now),
      resetsAt: Math.max(now, arrivals[limit.id] ?? now),
    }));
  return counts.sort((a, b) => a.left / a.limit - b.left / b.limit)[0];
}
