import { Dexie, type DexieOptions, type Table, type Transaction } from "dexie";
import type { Chat, Turn } from "../model/chat";
import type { Document } from "../model/document";
import type { IndexManifest, StoredSegment } from "../model/index-change";
import type { LedgerItem, LedgerStatus } from "../model/ledger";
import type { Source } from "../model/source";
import type { SourceDocument } from "../model/source-document";
import type { EgressEntry } from "../ports/egress-log";
import type { CachedFinding } from "../ports/finding-store";
import type { LimitRecord } from "../ports/limit-records";
import type { ModelSpeed } from "../ports/model-speeds";
import type { OutboxEntry } from "./store";

/** A ledger row also has the id of the current stored version. */
export interface LedgerRow extends LedgerItem {
  readonly documentId?: number;
}

/** An outbox entry without its raw content, so that queueing, counting and choosing never read documents. */
export interface QueueRow {
  readonly seq: number;
  readonly sourceId: string;
  /** Absent for a purge, which keeps purges out of the unique index. */
  readonly itemId?: string;
  readonly operation: OutboxEntry["operation"];
  readonly documentIds: readonly number[];
  /** Size of the raw content; only a put has it, so its index contains puts alone. */
  readonly bytes?: number;
}

export interface ContentRow {
  readonly seq: number;
  readonly document: SourceDocument;
}

/** Number of a source's ledger rows by status, and of those that are `partial`; written with the rows. */
export interface TallyRow extends Record<LedgerStatus | "partial", number> {
  readonly sourceId: string;
}

export interface LimitRow extends LimitRecord {
  readonly sourceId: string;
}

export interface SpeedRow extends ModelSpeed {
  readonly modelId: string;
}

export interface ManifestRow {
  readonly key: typeof MANIFEST_KEY;
  readonly manifest: IndexManifest;
}

export interface IdentityRow {
  readonly key: typeof IDENTITY_KEY;
  readonly id: string;
}

export const MANIFEST_KEY = "manifest";
export const IDENTITY_KEY = "database";

export type Database = Dexie & {
  readonly sources: Table<Source, string>;
  readonly ledger: Table<LedgerRow, [string, string]>;
  readonly tallies: Table<TallyRow, string>;
  readonly queue: Table<QueueRow, number, Omit<QueueRow, "seq">>;
  readonly contents: Table<ContentRow, number>;
  readonly documents: Table<Document, number>;
  readonly findings: Table<CachedFinding, string>;
  readonly egress: Table<EgressEntry, number, Omit<EgressEntry, "id">>;
  readonly speeds: Table<SpeedRow, string>;
  readonly segments: Table<StoredSegment, number>;
  readonly manifests: Table<ManifestRow, string>;
  readonly identity: Table<IdentityRow, string>;
  readonly limits: Table<LimitRow, string>;
  readonly chats: Table<Chat, string>;
  readonly turns: Table<Turn, [string, number]>;
};

export interface DatabaseOptions {
  readonly name: string;
  /** The platform's own when absent. */
  readonly indexedDB?: NonNullable<DexieOptions["indexedDB"]>;
  readonly IDBKeyRange?: NonNullable<DexieOptions["IDBKeyRange"]>;
}

/** Declares the database; the first use opens it. A later version adds a `version(n)` below the last one. */
export function openDatabase({ name, indexedDB, IDBKeyRange }: DatabaseOptions): Database {
  const database = new Dexie(name, {
    ...(indexedDB ? { indexedDB } : {}),
    ...(IDBKeyRange ? { IDBKeyRange } : {}),
  }) as Database;
  database.version(1).stores({
    sources: "id",
    // The last two indexes are sparse: they skip rows without a hash or a code.
    ledger: "[sourceId+itemId], [sourceId+status], [sourceId+contentHash], [sourceId+code]",
    tallies: "sourceId",
    queue: "++seq, &[sourceId+itemId], sourceId, bytes",
    contents: "seq",
    documents: "documentId",
    segments: "id",
    manifests: "key",
  });
  database.version(2).stores({ limits: "sourceId" });
  database.version(3).stores({ findings: "key, sourceId, foundAt" });
  database.version(4).stores({ egress: "++id, at", speeds: "modelId" });
  database.version(5).stores({ chats: "id", turns: "[chatId+id]" });
  // The index by operation counts the documents that are indexed again.
  const queue = "++seq, &[sourceId+itemId], sourceId, bytes, [operation+sourceId]";
  database.version(6).stores({ queue, identity: "key" }).upgrade(countPartialItems);
  return database;
}

/** Up to version 5 a tally did not say how many items are read in part. */
async function countPartialItems(transaction: Transaction): Promise<void> {
  const tallies: Table<TallyRow, string> = transaction.table("tallies");
  const ledger: Table<LedgerRow, [string, string]> = transaction.table("ledger");
  for (const { sourceId } of await tallies.toArray()) {
    const partial = await ledger.where("[sourceId+code]").equals([sourceId, "partial"]).count();
    await tallies.update(sourceId, { partial });
  }
}
