import type { SourceSummary } from "../../../../engine/create-ingest";
import { ProgressBar } from "../../../ui/progress-bar";
import { isInProgress } from "../use-sources";
import { formatLedgerCounts } from "./format-ledger-counts";
import { formatServiceStatus } from "./format-service-status";
import { formatSourceState } from "./format-source-state";
import styles from "./source-status.module.css";

/** How far a source is: a sentence, and a bar while it moves. */
export function SourceStatus({ summary, now }: { readonly summary: SourceSummary; readonly now: number }) {
  const { source, counts } = summary;
  const parts = counts.found === 0 ? [] : [formatLedgerCounts(counts)];
  // A source that is filled by hand is never read as a whole.
  const isManual = source.state === "idle" && source.lastSyncAt === undefined && counts.pending === 0;
  if (!isManual || counts.found === 0) parts.push(formatSourceState(source, counts, now));
  return (
    <div className={styles.status}>
      <p>{[...parts, ...formatServiceStatus(summary, now)].join(" · ")}</p>
      {isInProgress(summary) && (
        <ProgressBar
          label={`Indexing ${source.label}`}
          done={counts.found - counts.pending}
          total={counts.pending > 0 ? counts.found : 0}
        />
      )}
    </div>
  );
}
