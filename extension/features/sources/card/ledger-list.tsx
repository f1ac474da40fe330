import type { ReactNode } from "react";
import type { LedgerItem } from "../../../../engine/model/ledger";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { safeUrl } from "../../../ui/safe-url";
import styles from "./ledger-list.module.css";
import { useLedger } from "./use-ledger";

interface LedgerListProps {
  readonly sourceId: string;
  /** Only items that were skipped, failed, or indexed in part. */
  readonly withReason: boolean;
  /** Shown for an empty list. */
  readonly empty: string;
  /** Files are listed by path, pages by title. */
  readonly nameBy: "title" | "itemId";
  readonly renderAction?: (item: LedgerItem) => ReactNode;
}

const STATUS = { pending: "waiting", indexed: "in part", skipped: "skipped", failed: "failed" } as const;

/** The items of a source with their status, 50 at a time. */
export function LedgerList({ sourceId, withReason, empty, nameBy, renderAction }: LedgerListProps) {
  const { items, problem, showMore } = useLedger(sourceId, { withReason });
  if (problem) return <Notice tone="problem">{problem}</Notice>;
  if (!items) return null;
  if (items.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.itemId} className={styles.item}>
            <span className={styles.name}>
              <Name item={item} nameBy={nameBy} />
              {item.reason && <span className={styles.reason}>{item.reason}</span>}
            </span>
            {withReason && (
              <span className={`${styles.status} ${styles[item.status]}`}>{STATUS[item.status]}</span>
            )}
            {renderAction?.(item)}
          </li>
        ))}
      </ul>
      {showMore && (
        <Button tone="quiet" onClick={showMore}>
          Show 50 more
        </Button>
      )}
    </>
  );
}

function Name({ item, nameBy }: { readonly item: LedgerItem; readonly nameBy: "title" | "itemId" }) {
  const href = safeUrl(item.url);
  if (nameBy === "itemId" || !href) return item[nameBy] || item.url;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {item.title || item.url}
    </a>
  );
}
