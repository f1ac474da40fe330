import { useEffect, useState } from "react";
import type { EgressEntry } from "../../../engine/ports/egress-log";
import { callEngine } from "../../messaging/call-engine";
import { Button } from "../../ui/button";
import { formatCount } from "../../ui/format-count";
import { formatMoney } from "../../ui/format-money";
import { Notice } from "../../ui/notice";
import { useAction } from "../../ui/use-action";
import styles from "./egress-list.module.css";

const PAGE_SIZE = 50;
const OUTCOMES = { sent: "sent", answered: "answered", stopped: "stopped", failed: "failed" } as const;

/** The log of requests that left this computer, newest first. It holds no text of the requests. */
export function EgressList() {
  const [entries, setEntries] = useState<readonly EgressEntry[]>();
  const [isComplete, setIsComplete] = useState(false);
  const { run, busy, problem } = useAction();
  const readMore = () =>
    run(async () => {
      const offset = entries?.length ?? 0;
      const more = await callEngine("egress-list", { offset, limit: PAGE_SIZE });
      setEntries([...(entries ?? []), ...more]);
      setIsComplete(more.length < PAGE_SIZE);
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page is read once; a button reads more.
  useEffect(() => void readMore(), []);
  if (problem) return <Notice tone="problem">{problem}</Notice>;
  if (!entries) return null;
  if (entries.length === 0) return <p className={styles.empty}>Nothing has left this computer.</p>;
  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Where to</th>
              <th scope="col">What</th>
              <th scope="col">Cost</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
      {!isComplete && (
        <Button tone="quiet" disabled={busy} onClick={() => void readMore()}>
          Show {PAGE_SIZE} more
        </Button>
      )}
    </>
  );
}

function Row({ entry }: { readonly entry: EgressEntry }) {
  const { at, host, modelId, characters, sources, cost, outcome } = entry;
  return (
    <tr>
      <td>
        <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString()}</time>
      </td>
      <td>
        {host}
        <span className={styles.detail}>{modelId}</span>
      </td>
      <td>
        {`${formatCount(characters)} characters, ${OUTCOMES[outcome]}`}
        {sources.length > 0 && <span className={styles.detail}>from {sources.join(", ")}</span>}
      </td>
      <td>{formatMoney(cost)}</td>
    </tr>
  );
}
