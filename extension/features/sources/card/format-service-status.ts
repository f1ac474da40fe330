import type { SourceSummary } from "../../../../engine/contract/sources";
import { formatCount } from "../../../ui/format-count";

/** The status of a connected source in a few words each; `now` in milliseconds since the epoch. */
export function formatServiceStatus(
  { source, service, etaMs }: SourceSummary,
  now: number,
): readonly string[] {
  const parts: string[] = [];
  const { progress } = source;
  if (progress?.coveredSince !== undefined && progress.backfill) {
    parts.push(`read since ${formatDay(progress.coveredSince, now)}`);
  }
  if (etaMs !== undefined && progress?.backfill) parts.push(`about ${formatDuration(etaMs)} left`);
  if (service?.quota) {
    const { left, limit } = service.quota;
    parts.push(`${formatCount(left)} of ${formatCount(limit)} requests left`);
  }
  if (service?.blockedUntil !== undefined && service.blockedUntil > now) {
    parts.push(`pausing for ${formatDuration(service.blockedUntil - now)}, as ${source.label} asks`);
  }
  if (source.state === "idle" && source.dueAt > now && source.dueAt - now < 24 * 60 * 60_000) {
    parts.push(`next look in ${formatDuration(source.dueAt - now)}`);
  }
  return parts;
}

/** "3 March", with the year unless it is the current one. */
function formatDay(time: number, now: number): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    ...(!sameYear && { year: "numeric" }),
  }).format(time);
}

/** "40 s", "5 min", "3 h". */
function formatDuration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
