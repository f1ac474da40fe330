import type { SourceSummary } from "../../../../engine/create-ingest";
import { formatCount } from "../../../ui/format-count";

/** How a connected source stands with its vendor, a few words each; `now` in milliseconds since the epoch. */
export function serviceWords({ source, service, etaMs }: SourceSummary, now: number): readonly string[] {
  const words: string[] = [];
  const { progress } = source;
  if (progress?.coveredSince !== undefined && progress.backfill) {
    words.push(`read since ${formatDay(progress.coveredSince, now)}`);
  }
  if (etaMs !== undefined && progress?.backfill) words.push(`about ${formatSpan(etaMs)} left`);
  if (service?.quota) {
    const { left, limit } = service.quota;
    words.push(`${formatCount(left)} of ${formatCount(limit)} requests left`);
  }
  if (service?.blockedUntil !== undefined && service.blockedUntil > now) {
    words.push(`pausing for ${formatSpan(service.blockedUntil - now)}, as ${source.label} asks`);
  }
  if (source.state === "idle" && source.dueAt > now && source.dueAt - now < 24 * 60 * 60_000) {
    words.push(`next look in ${formatSpan(source.dueAt - now)}`);
  }
  return words;
}

/** "3 March", with the year where it is not this one. */
function formatDay(time: number, now: number): string {
  const sameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    ...(!sameYear && { year: "numeric" }),
  }).format(time);
}

/** "40 s", "5 min", "3 h". */
function formatSpan(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1_000));
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
