import type { Content, SourceDocument, ThreadMessage } from "../model/source-document";
import type { Database, QueueRow } from "./schema";
import type { IngestStore, OutboxEntry, SearchStore } from "./store";

/** A `put` of one item; it replaces the versions that the index has under `documentIds`. */
export interface NewPut {
  readonly document: SourceDocument;
  readonly documentIds: readonly number[];
}

export function createOutboxMethods(
  database: Database,
): Pick<SearchStore, "takePending" | "backlog"> & Pick<IngestStore, "rebuilding"> {
  const { queue, contents } = database;
  return {
    takePending: (limit) =>
      database.transaction("r", queue, contents, async () => {
        const oldest = await queue.orderBy(":id").limit(limit.entries).toArray();
        const rows = upToBytes(oldest, limit.bytes);
        const puts = rows.filter((row) => row.operation === "put").map((row) => row.seq);
        const found = await contents.bulkGet(puts);
        const documents = new Map(found.map((row, at) => [puts[at], row?.document]));
        return rows.map((row) => toEntry(row, documents.get(row.seq)));
      }),
    backlog: () =>
      database.transaction("r", queue, async () => {
        // One getAll of small rows: summing the index by its keys would take one cursor step per row.
        const puts = await queue.orderBy("bytes").toArray();
        return {
          entries: await queue.count(),
          bytes: puts.reduce((sum, row) => sum + (row.bytes ?? 0), 0),
        };
      }),
    rebuilding: (sourceId) => queue.where("[operation+sourceId]").equals(["reindex", sourceId]).count(),
  };
}

/**
 * Removes the items' entries from the outbox. Returns the document ids that these entries still had to remove from
 * the index; the item's next entry must include them. Must run inside a write transaction.
 */
export async function dequeue(
  { queue, contents }: Database,
  sourceId: string,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await Promise.all(
    itemIds.map((itemId) => queue.where("[sourceId+itemId]").equals([sourceId, itemId]).first()),
  );
  const documentIds = new Map<string, readonly number[]>();
  const seqs: number[] = [];
  for (const row of rows) {
    if (row?.itemId === undefined) continue;
    documentIds.set(row.itemId, row.documentIds);
    seqs.push(row.seq);
  }
  await Promise.all([queue.bulkDelete(seqs), contents.bulkDelete(seqs)]);
  return documentIds;
}

/** Queues documents after `dequeue` removed their earlier entries. Must run inside a write transaction. */
export async function enqueuePuts(
  { queue, contents }: Database,
  sourceId: string,
  puts: readonly NewPut[],
): Promise<void> {
  const rows = puts.map(({ document, documentIds }) => ({
    sourceId,
    itemId: document.id,
    operation: "put" as const,
    documentIds,
    bytes: measureRawBytes(document.content),
  }));
  const seqs = await queue.bulkAdd(rows, { allKeys: true });
  await contents.bulkAdd(
    puts.flatMap(({ document }, at) => {
      const seq = seqs[at];
      return seq === undefined ? [] : [{ seq, document: detachBytes(document) }];
    }),
  );
}

function upToBytes(rows: readonly QueueRow[], limit: number): readonly QueueRow[] {
  let bytes = 0;
  const end = rows.findIndex((row) => {
    bytes += row.bytes ?? 0;
    return bytes >= limit;
  });
  return end < 0 ? rows : rows.slice(0, end + 1);
}

function toEntry(row: QueueRow, document: SourceDocument | undefined): OutboxEntry {
  const { seq, sourceId, documentIds, itemId, operation } = row;
  if (operation === "purge") return { seq, sourceId, documentIds, operation };
  if (itemId === undefined) throw new TypeError(`Outbox entry ${seq} (${operation}) names no item`);
  if (operation !== "put") return { seq, sourceId, documentIds, operation, itemId };
  if (document === undefined) throw new TypeError(`Outbox entry ${seq} has no content`);
  return { seq, sourceId, documentIds, operation, itemId, document };
}

/** Size of the raw content in bytes; strings count as UTF-16. */
function measureRawBytes(content: Content): number {
  if (content.kind === "bytes") return content.bytes.byteLength;
  if (content.kind === "text") return 2 * content.text.length;
  if (content.kind === "thread") return content.messages.reduce((sum, one) => sum + measureMessage(one), 0);
  return content.text.flat(2).reduce((sum, { text }) => sum + 2 * text.length, 0);
}

function measureMessage({ text, html = "", attachments = [] }: ThreadMessage): number {
  const files = attachments.reduce((sum, { bytes }) => sum + (bytes?.byteLength ?? 0), 0);
  return 2 * (text.length + html.length) + files;
}

/** Copies a view of a larger buffer: the whole buffer would be stored otherwise. */
function detachBytes(document: SourceDocument): SourceDocument {
  const { content } = document;
  if (content.kind !== "bytes" || content.bytes.byteLength === content.bytes.buffer.byteLength)
    return document;
  return { ...document, content: { ...content, bytes: content.bytes.slice() } };
}
