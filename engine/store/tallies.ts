import type { LedgerCounts, LedgerStatus } from "../model/ledger";
import type { Database, LedgerRow } from "./schema";

/**
 * Writes ledger rows and updates their source's tally; `before` contains the rows they replace. Must run inside a
 * write transaction.
 */
export async function putLedgerRows(
  database: Database,
  rows: readonly LedgerRow[],
  before: readonly (LedgerRow | undefined)[],
): Promise<void> {
  await Promise.all([database.ledger.bulkPut([...rows]), adjustTallies(database, { before, after: rows })]);
}

/** Deletes ledger rows and updates their source's tally. Must run inside a write transaction. */
export async function deleteLedgerRows(
  database: Database,
  before: readonly (LedgerRow | undefined)[],
): Promise<void> {
  const keys = before.flatMap((row) => (row ? [[row.sourceId, row.itemId] as [string, string]] : []));
  await Promise.all([database.ledger.bulkDelete(keys), adjustTallies(database, { before, after: [] })]);
}

/** Counting the rows would take time proportional to the ledger, several times a second. */
export async function readCounts({ tallies }: Database, sourceId: string): Promise<LedgerCounts> {
  const { pending, indexed, skipped, failed, partial } = (await tallies.get(sourceId)) ?? ZERO_COUNTS;
  return { found: pending + indexed + skipped + failed, pending, indexed, skipped, failed, partial };
}

const ZERO_COUNTS: Readonly<Record<LedgerStatus | "partial", number>> = {
  pending: 0,
  indexed: 0,
  skipped: 0,
  failed: 0,
  partial: 0,
};

interface Adjustment {
  readonly before: readonly (LedgerRow | undefined)[];
  readonly after: readonly LedgerRow[];
}

async function adjustTallies({ tallies }: Database, { before, after }: Adjustment): Promise<void> {
  const rows = [...before, ...after].filter((row) => row !== undefined);
  const sourceIds = [...new Set(rows.map(({ sourceId }) => sourceId))];
  const known = await tallies.bulkGet(sourceIds);
  const sums = new Map(sourceIds.map((id, at) => [id, { ...ZERO_COUNTS, ...known[at], sourceId: id }]));
  const add = (row: LedgerRow | undefined, by: number) => {
    const sum = row && sums.get(row.sourceId);
    if (!sum) return;
    sum[row.status] += by;
    if (row.code === "partial") sum.partial += by;
  };
  for (const row of before) add(row, -1);
  for (const row of after) add(row, 1);
  await tallies.bulkPut([...sums.values()]);
}
