import type { SourceSummary } from "../../../../engine/contract/sources";
import type { LedgerCounts } from "../../../../engine/model/ledger";
import type { Source } from "../../../../engine/model/source";
import { formatAge } from "../../../ui/format-age";
import { formatCount } from "../../../ui/format-count";
import { ProgressBar } from "../../../ui/progress-bar";
import { isInProgress } from "../use-sources";
import { formatServiceStatus } from "./format-service-status";
import styles from "./source-status.module.css";

/** The progress of a source in words, with a bar while it is in progress. */
export function SourceStatus({ summary, now }: { readonly summary: SourceSummary; readonly now: number }) {
  const { source, counts, rebuilding = 0 } = summary;
  const parts = counts.found === 0 ? [] : [formatLedgerCounts(counts, rebuilding)];
  if (rebuilding > 0) parts.push("Rebuilding the index…");
  // A source that is filled by hand is never synced.
  const isManual = source.state === "idle" && source.lastSyncAt === undefined && counts.pending === 0;
  if (!isManual || counts.found === 0) parts.push(formatSourceState(source, counts, now));
  return (
    <div className={styles.status}>
      <p>{[...parts, ...formatServiceStatus(summary, now)].join(" · ")}</p>
      <div className={styles.progress}>
        {isInProgress(summary) && (
          <ProgressBar
            label={`Indexing ${source.label}`}
            done={counts.found - counts.pending - rebuilding}
            total={counts.pending + rebuilding > 0 ? counts.found : 0}
          />
        )}
      </div>
    </div>
  );
}

/**
 * "423 of 501 indexed · 12 in part · 3 skipped · 1 failed". Documents that are indexed again are not found, or by their
 * words alone, so that only the others count then: "80 of 501 can be found in full".
 */
export function formatLedgerCounts(
  { found, indexed, skipped, failed, partial }: LedgerCounts,
  rebuilding = 0,
): string {
  const ready = formatCount(Math.max(0, indexed - rebuilding));
  const parts = [`${ready} of ${formatCount(found)} ${rebuilding > 0 ? "can be found in full" : "indexed"}`];
  if (partial > 0) parts.push(`${formatCount(partial)} ${rebuilding > 0 ? "read in part" : "in part"}`);
  if (skipped > 0) parts.push(`${formatCount(skipped)} skipped`);
  if (failed > 0) parts.push(`${formatCount(failed)} failed`);
  return parts.join(" · ");
}

/** The state of a source in a few words; `now` in milliseconds since the epoch. */
export function formatSourceState(source: Source, { pending }: LedgerCounts, now: number): string {
  switch (source.state) {
    case "syncing":
      return pending > 0 ? "Indexing…" : "Looking for what is new…";
    case "paused":
      return "Paused";
    case "waiting":
      return source.problem?.code === "disconnected" ? "Disconnected" : "Waiting for you";
    case "failed":
      return "Stopped by a problem";
    case "idle":
      if (pending > 0) return "Indexing…";
      return source.lastSyncAt === undefined ? "Not read yet" : `Synced ${formatAge(source.lastSyncAt, now)}`;
  }
}
