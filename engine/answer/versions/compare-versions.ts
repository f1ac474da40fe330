import { HOUR_MS } from "../../util/durations";
import type { DocumentStatus } from "./document-status";

/** Files that were copied together have dates that differ by less. */
const MIN_AGE_DIFFERENCE_MS = HOUR_MS;

/**
 * Above 0 where `a` holds and `b` does not or no more: what is in force before what is superseded or a draft, then the
 * later by its own words, then the later by the date of its file. 0 where neither is known to be the later.
 */
export function compareVersions(a: DocumentStatus, b: DocumentStatus): number {
  const byPlace = Number(isInForce(a)) - Number(isInForce(b));
  if (byPlace !== 0) return byPlace;
  return compareTimes(a, b) || Number(b.isCopy) - Number(a.isCopy) || compareDates(a, b);
}

export function isInForce({ isSuperseded, isDraft, isPending }: DocumentStatus): boolean {
  return !isSuperseded && !isDraft && !isPending;
}

function compareTimes(a: DocumentStatus, b: DocumentStatus): number {
  const [start, otherStart] = [startOf(a), startOf(b)];
  if (endsBefore(a, b)) return -1;
  if (endsBefore(b, a)) return 1;
  if (start !== undefined && otherStart !== undefined && start !== otherStart) return start - otherStart;
  return a.version !== undefined && b.version !== undefined ? compareNumbers(a.version, b.version) : 0;
}

function endsBefore({ validUntil = Infinity }: DocumentStatus, later: DocumentStatus): boolean {
  return validUntil <= (startOf(later) ?? -Infinity);
}

function compareDates(a: DocumentStatus, b: DocumentStatus): number {
  const difference = a.updatedAt - b.updatedAt;
  const least = a.isMessage && b.isMessage ? 1 : MIN_AGE_DIFFERENCE_MS;
  const isKnown = a.updatedAt > 0 && b.updatedAt > 0 && Math.abs(difference) >= least;
  return isKnown ? difference : 0;
}

/** From when a version holds by its own words. */
export function startOf({ validFrom, year }: DocumentStatus): number | undefined {
  return validFrom ?? (year === undefined ? undefined : Date.UTC(year, 0, 1));
}

/** "2.10" comes after "2.9". */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let position = 0; position < Math.max(left.length, right.length); position++) {
    const difference = (left[position] ?? 0) - (right[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
