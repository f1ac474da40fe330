import type { VersionChoice } from "../../language/version-patterns";
import { startOf } from "./compare-versions";
import type { DocumentStatus } from "./document-status";

/** Whether a document with a date of its own held at any time of the period. */
export function holdsIn(
  status: DocumentStatus,
  { after = -Infinity, before = Infinity }: NonNullable<VersionChoice["period"]>,
): boolean {
  const start = startOf(status) ?? (status.validUntil === undefined ? Infinity : -Infinity);
  return start < before && endOf(status) > after;
}

/** Until when a version holds by its own words: what is only named for a year, until the end of that year. */
export function endOf({ validFrom, validUntil, supersededOn, year }: DocumentStatus): number {
  if (validUntil !== undefined || supersededOn !== undefined) return validUntil ?? supersededOn ?? Infinity;
  return validFrom === undefined && year !== undefined ? Date.UTC(year + 1, 0, 1) : Infinity;
}

/** "2" names "2.1" too. */
export function isOfVersion({ version }: DocumentStatus, wanted: string): boolean {
  return version !== undefined && (version === wanted || version.startsWith(`${wanted}.`));
}
