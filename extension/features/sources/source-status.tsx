import type { SourceSummary } from "../../../engine/create-ingest";
import { ProgressBar } from "../../ui/progress-bar";
import { serviceWords } from "./connect/service-words";
import { progressWords } from "./progress-words";
import styles from "./source-status.module.css";
import { stateWords } from "./state-words";
import { isMoving } from "./use-sources";

/** How far a source is: a sentence, and a bar while it moves. */
export function SourceStatus({ summary, now }: { readonly summary: SourceSummary; readonly now: number }) {
  const { source, counts } = summary;
  const words = counts.found === 0 ? [] : [progressWords(counts)];
  // A source that is filled by hand is never read as a whole.
  const byHand = source.state === "idle" && source.lastSyncAt === undefined && counts.pending === 0;
  if (!byHand || counts.found === 0) words.push(stateWords(source, counts, now));
  return (
    <div className={styles.status}>
      <p>{[...words, ...serviceWords(summary, now)].join(" · ")}</p>
      {isMoving(summary) && (
        <ProgressBar
          label={`Indexing ${source.label}`}
          done={counts.found - counts.pending}
          total={counts.pending > 0 ? counts.found : 0}
        />
      )}
    </div>
  );
}
