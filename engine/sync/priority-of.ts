import type { PullProgress } from "../model/pull-page";
import type { SourceRun } from "./run-source";

/** A person waits for it. */
const ASKED_FOR = 2;
const FRESH = 1;
const BACKFILL = 0;

/**
 * How urgent the next page of a run is. A person who asked waits for what is new, not for years gone by: once the
 * first page is there, the rest of a backfill takes its turn like any other.
 */
export function priorityOf(
  { askedFor, place }: Pick<SourceRun, "askedFor" | "place">,
  progress: PullProgress | undefined,
): number {
  if (askedFor && (place === undefined || !progress?.backfill)) return ASKED_FOR;
  return progress?.backfill ? BACKFILL : FRESH;
}
