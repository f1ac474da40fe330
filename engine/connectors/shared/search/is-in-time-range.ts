import type { LiveQuery } from "../../connector";

/** Whether something last touched then, in milliseconds since the epoch, lies within the time that is asked about. */
export function isInTimeRange({ updatedAfter, updatedBefore }: LiveQuery, updatedAt: number): boolean {
  return updatedAt >= (updatedAfter ?? -Infinity) && updatedAt <= (updatedBefore ?? Infinity);
}
