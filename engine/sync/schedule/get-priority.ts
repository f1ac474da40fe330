import type { PullProgress } from "../../model/pull-page";
import type { SourceRun } from "../run/source-run";

/** A person waits for it. */
const USER_INITIATED = 2;
const FRESH = 1;
const BACKFILL = 0;

/**
 * How urgent the next page of a run is. A person who asked waits for what is new, not for years gone by: once the
 * first page is there, the rest of a backfill takes its turn like any other.
 */
export function getPriority(
  { isUserInitiated, slot }: Pick<SourceRun, "isUserInitiated" | "slot">,
  progress: PullProgress | undefined,
): number {
  if (isUserInitiated && (slot === undefined || !progress?.backfill)) return USER_INITIATED;
  return progress?.backfill ? BACKFILL : FRESH;
}
