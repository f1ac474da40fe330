import type { SourceSummary } from "../../../../engine/contract/sources";
import { formatCount } from "../../../ui/format-count";

/** Progress of indexing over all sources. */
export interface IndexProgress {
  /** Items that are indexed, skipped or failed. */
  readonly done: number;
  readonly found: number;
  readonly indexed: number;
  /** True while a source is read or items are pending. */
  readonly busy: boolean;
}

/** Sums up the progress of all sources. */
export function sumIndexProgress(summaries: readonly SourceSummary[]): IndexProgress {
  const found = summaries.reduce((sum, { counts }) => sum + counts.found, 0);
  const pending = summaries.reduce((sum, { counts }) => sum + counts.pending, 0);
  return {
    done: found - pending,
    found,
    indexed: summaries.reduce((sum, { counts }) => sum + counts.indexed, 0),
    busy: pending > 0 || summaries.some(({ source }) => source.state === "syncing"),
  };
}

/** "Indexing… 423 of 501". */
export function formatIndexProgress({ done, found }: IndexProgress): string {
  if (done === found) return "Looking for what is new…";
  return `Indexing… ${formatCount(done)} of ${formatCount(found)}`;
}
