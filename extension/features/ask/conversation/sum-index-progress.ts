import type { SourceSummary } from "../../../../engine/contract/sources";
import { formatCount } from "../../../ui/format-count";

/** Progress of indexing over all sources. */
export interface IndexProgress {
  /** Items that are indexed and need not be indexed again, skipped or failed. */
  readonly done: number;
  readonly found: number;
  readonly indexed: number;
  /** Indexed documents that are indexed again: until then they are not found, or by their words alone. */
  readonly rebuilding: number;
  /** True while a source is read, or items are indexed. */
  readonly busy: boolean;
}

/** Sums up the progress of all sources. */
export function sumIndexProgress(summaries: readonly SourceSummary[]): IndexProgress {
  const sum = (part: (summary: SourceSummary) => number) =>
    summaries.reduce((total, summary) => total + part(summary), 0);
  const found = sum(({ counts }) => counts.found);
  const indexed = sum(({ counts }) => counts.indexed);
  // Both are counted at different moments.
  const rebuilding = Math.min(
    indexed,
    sum((summary) => summary.rebuilding ?? 0),
  );
  const waiting = sum(({ counts }) => counts.pending) + rebuilding;
  return {
    done: found - waiting,
    ...{ found, indexed, rebuilding },
    busy: waiting > 0 || summaries.some(({ source }) => source.state === "syncing"),
  };
}

/** "Indexing… 423 of 501", "Rebuilding the index… 80 of 2,000 documents can be found in full". */
export function formatIndexProgress({ done, found, indexed, rebuilding }: IndexProgress): string {
  if (rebuilding > 0) {
    const ready = `${formatCount(indexed - rebuilding)} of ${formatCount(indexed)}`;
    return `Rebuilding the index… ${ready} documents can be found in full`;
  }
  if (done === found) return "Looking for what is new…";
  return `Indexing… ${formatCount(done)} of ${formatCount(found)}`;
}
