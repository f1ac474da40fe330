import type { PullProgress } from "../../model/pull-page";
import type { SourceRun } from "../run/source-run";

/** The person waits for it. */
const USER_INITIATED = 2;
const FRESH = 1;
const BACKFILL = 0;

/**
 * The priority of a run's next page. A person who requested a sync waits for new items, not for old ones: after the
 * first page, a backfill has the usual priority.
 */
export function getPriority(
  { isUserInitiated, slot }: Pick<SourceRun, "isUserInitiated" | "slot">,
  progress: PullProgress | undefined,
): number {
  if (isUserInitiated && (slot === undefined || !progress?.backfill)) return USER_INITIATED;
  return progress?.backfill ? BACKFILL : FRESH;
}
