import type { LedgerCounts } from "../../../../engine/model/ledger";
import { formatCount } from "../../../ui/format-count";

/** "423 of 501 indexed · 3 skipped · 1 failed". */
export function formatLedgerCounts({ found, indexed, skipped, failed }: LedgerCounts): string {
  const parts = [`${formatCount(indexed)} of ${formatCount(found)} indexed`];
  if (skipped > 0) parts.push(`${formatCount(skipped)} skipped`);
  if (failed > 0) parts.push(`${formatCount(failed)} failed`);
  return parts.join(" · ");
}
