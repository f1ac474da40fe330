import type { LiveQuery } from "../../connector";

/** Whether a modification time, in milliseconds since the epoch, is within the range of the query. */
export function isInTimeRange({ updatedAfter, updatedBefore }: LiveQuery, updatedAt: number): boolean {
  return updatedAt >= (updatedAfter ?? -Infinity) && updatedAt <= (updatedBefore ?? Infinity);
}
