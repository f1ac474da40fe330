import { useEffect, useState } from "react";
import type { LedgerItem } from "../../../../engine/model/ledger";
import { callBackground } from "../../../messaging/call-background";
import { changesOf } from "../../../messaging/changes";
import { useLiveQuery } from "../../../ui/use-live-query";

const PAGE_SIZE = 50;

interface Ledger {
  /** Absent before the first read. */
  readonly items?: readonly LedgerItem[];
  readonly problem?: string;
  /** Shows 50 more; absent when all are shown. */
  readonly showMore?: () => void;
}

/** The items of a source, 50 at first: all, or only those with a reason. */
export function useLedger(sourceId: string, { withReason }: { readonly withReason: boolean }): Ledger {
  const [limit, setLimit] = useState(PAGE_SIZE);
  // One more than is shown, to know whether there are more.
  const request = { sourceId, withReason, offset: 0, limit: limit + 1 };
  const { value, problem, refresh } = useLiveQuery(() => callBackground("ledger-list", request), {
    subscribe: changesOf(["ledger"]),
    shouldPoll: () => false,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the limit changes.
  useEffect(refresh, [limit]);
  return {
    ...(value && { items: value.slice(0, limit) }),
    ...(problem !== undefined && { problem }),
    ...(value && value.length > limit && { showMore: () => setLimit(limit + PAGE_SIZE) }),
  };
}
