import { NotFoundError } from "../errors/not-found-error";
import type { ItemFailure, ItemsPage, PullPage, TouchedItem } from "../model/pull-page";
import type { Source } from "../model/source";
import type { SourceDocument } from "../model/source-document";
import type { Clock } from "../ports/clock";
import { dequeue, enqueuePuts } from "./outbox";
import { removeItems, supersededIds } from "./remove-items";
import type { Database, LedgerRow } from "./schema";
import { putLedgerRows } from "./tallies";
import { writeTransaction } from "./write-transaction";

/** See IngestStore.commitPage. */
export async function commitPage(
  database: Database,
  clock: Clock,
  commit: { readonly sourceId: string; readonly page: PullPage },
): Promise<void> {
  const { sourceId, page } = commit;
  await writeTransaction(database, tablesOf(database), async () => {
    const { cursor, progress } = page;
    await updateSource(database, sourceId, { cursor, ...(progress && { progress }) });
    await putItems(database, sourceId, { items: page, now: clock.now() });
    await touchItems(database, sourceId, page.touched ?? []);
  });
}

/** See IngestStore.commitItems. */
export async function commitItems(
  database: Database,
  clock: Clock,
  { sourceId, items }: { readonly sourceId: string; readonly items: ItemsPage },
): Promise<void> {
  await writeTransaction(database, tablesOf(database), async () => {
    await updateSource(database, sourceId, {});
    await putItems(database, sourceId, { items, now: clock.now() });
  });
}

function tablesOf({ sources, ledger, tallies, queue, contents, documents }: Database) {
  return [sources, ledger, tallies, queue, contents, documents];
}

async function updateSource(
  { sources }: Database,
  sourceId: string,
  patch: Partial<Pick<Source, "cursor" | "progress">>,
): Promise<void> {
  const known = await sources.update(sourceId, patch);
  if (known === 0 && (await sources.get(sourceId)) === undefined) {
    throw new NotFoundError(`Cannot store a page of source "${sourceId}": it was removed`);
  }
}

async function putItems(
  database: Database,
  sourceId: string,
  { items, now }: { readonly items: ItemsPage; readonly now: number },
): Promise<void> {
  const puts = new Map(items.documents.map((document) => [document.id, document]));
  const failures = new Map(
    items.failures.filter(({ id }) => !puts.has(id)).map((failure) => [failure.id, failure]),
  );
  const gone = new Set([...items.deletions.filter((id) => !puts.has(id)), ...failures.keys()]);
  await removeItems(database, sourceId, [...gone]);
  const failed = [...failures.values()].map((failure) => failedRow(failure, sourceId, now));
  await putLedgerRows(database, failed, []);
  await putDocuments(database, sourceId, { documents: [...puts.values()], now });
}

async function putDocuments(
  database: Database,
  sourceId: string,
  put: { readonly documents: readonly SourceDocument[]; readonly now: number },
): Promise<void> {
  const { ledger } = database;
  const rows = await ledger.bulkGet(put.documents.map(({ id }) => [sourceId, id]));
  const changed = put.documents.flatMap((document, at) => {
    const row = rows[at];
    return row && isUnchanged(row, document) ? [] : [{ document, row, current: row?.documentId }];
  });
  const pendingIds = await dequeue(
    database,
    sourceId,
    changed.map(({ document }) => document.id),
  );
  await putLedgerRows(
    database,
    changed.map(({ document, current }) => pendingRow(document, { sourceId, current, now: put.now })),
    changed.map(({ row }) => row),
  );
  await enqueuePuts(
    database,
    sourceId,
    changed.map(({ document, current }) => ({
      document,
      documentIds: supersededIds(pendingIds.get(document.id), current),
    })),
  );
}

async function touchItems(
  { ledger }: Database,
  sourceId: string,
  items: readonly TouchedItem[],
): Promise<void> {
  const rows = await ledger.bulkGet(items.map(({ id }) => [sourceId, id]));
  await ledger.bulkPut(
    items.flatMap(({ version }, at) => {
      const row = rows[at];
      return row ? [{ ...row, version }] : [];
    }),
  );
}

/** The same version is already pending or indexed: a page that is delivered again changes nothing. */
function isUnchanged(row: LedgerRow, document: SourceDocument): boolean {
  return (
    (row.status === "pending" || row.status === "indexed") &&
    row.version === document.version &&
    row.contentHash === document.contentHash
  );
}

function pendingRow(
  document: SourceDocument,
  { sourceId, current, now }: { sourceId: string; current: number | undefined; now: number },
): LedgerRow {
  return {
    sourceId,
    itemId: document.id,
    title: document.title,
    url: document.url,
    status: "pending",
    version: document.version,
    changedAt: now,
    ...(document.contentHash === undefined ? {} : { contentHash: document.contentHash }),
    // The indexed version stays searchable until this one replaces it.
    ...(current === undefined ? {} : { documentId: current }),
  };
}

function failedRow(failure: ItemFailure, sourceId: string, now: number): LedgerRow {
  const { id, title, url, version, outcome, code, reason } = failure;
  return { sourceId, itemId: id, title, url, status: outcome, version, code, reason, changedAt: now };
}
