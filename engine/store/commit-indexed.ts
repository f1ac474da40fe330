import { OutboxChangedError } from "../errors/outbox-changed-error";
import type { Document } from "../model/document";
import type { Clock } from "../ports/clock";
import { writeIndex } from "./create-index-methods";
import type { Database, LedgerRow } from "./schema";
import type { IndexedBatch } from "./store";
import { putLedgerRows } from "./tallies";
import { writeTransaction } from "./write-transaction";

/** Code of a ledger row that is indexed, but whose reason says what is missing. */
const PARTIAL_CODE = "partial";

/** See SearchStore.commitIndexed. */
export async function commitIndexed(database: Database, clock: Clock, batch: IndexedBatch): Promise<void> {
  const { queue, contents, ledger, tallies, documents, segments, manifests } = database;
  const seqs = batch.entries.map(({ seq }) => seq);
  await writeTransaction(
    database,
    [queue, contents, ledger, tallies, documents, segments, manifests],
    async () => {
      const entries = (await queue.bulkGet(seqs)).filter((row) => row !== undefined);
      // Numbers are never reused, so an entry that still exists is still the item's current one.
      if (entries.length < seqs.length) throw new OutboxChangedError();
      await Promise.all([queue.bulkDelete(seqs), contents.bulkDelete(seqs)]);
      await documents.bulkDelete(entries.flatMap((row) => row.documentIds));
      // Adding, not putting: a reused id must fail here and not overwrite another item's text.
      await documents.bulkAdd([...batch.documents]);
      await writeOutcomes(database, batch, clock.now());
      await writeIndex(database, batch.change);
    },
  );
}

async function writeOutcomes(database: Database, batch: IndexedBatch, now: number): Promise<void> {
  const { ledger } = database;
  const indexed = await ledger.bulkGet(batch.documents.map(({ sourceId, itemId }) => [sourceId, itemId]));
  const failed = await ledger.bulkGet(batch.failures.map(({ sourceId, id }) => [sourceId, id]));
  const rows = [
    ...batch.documents.map((document, at) => {
      const row = existing(indexed[at], document.itemId);
      // Only a reindexed item was not pending before; its note stays valid, because its text is the same.
      if (row.status === "indexed") return { ...row, documentId: document.documentId };
      return indexedRow(row, document, { note: batch.notes.get(document.documentId), now });
    }),
    ...batch.failures.map((failure, at) => {
      const { title, url, outcome, code, reason } = failure;
      const { documentId: _, ...row } = existing(failed[at], failure.id);
      return { ...row, title, url, status: outcome, code, reason, changedAt: now };
    }),
  ];
  await putLedgerRows(database, rows, [...indexed, ...failed]);
}

function indexedRow(
  row: LedgerRow,
  { title, documentId }: Document,
  { note, now }: { note: string | undefined; now: number },
): LedgerRow {
  const { reason: _reason, code: _code, ...rest } = row;
  return {
    ...rest,
    title,
    documentId,
    status: "indexed",
    changedAt: now,
    ...(note === undefined ? {} : { reason: note, code: PARTIAL_CODE }),
  };
}

function existing(row: LedgerRow | undefined, itemId: string): LedgerRow {
  if (row === undefined) throw new TypeError(`Cannot commit item "${itemId}": it has no ledger row`);
  return row;
}
