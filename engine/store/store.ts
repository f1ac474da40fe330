import type { LedgerQuery } from "../contract/sources";
import type { Backlog } from "../contract/status";
import type { Document } from "../model/document";
import type { IndexChange, IndexManifest, StoredSegment } from "../model/index-change";
import type { LedgerCounts, LedgerItem } from "../model/ledger";
import type { ItemFailure, ItemsPage, KnownItem, PullPage } from "../model/pull-page";
import type { Source } from "../model/source";
import type { SourceDocument } from "../model/source-document";
import type { ChatStore } from "../ports/chat-store";
import type { EgressLog } from "../ports/egress-log";
import type { FindingStore } from "../ports/finding-store";
import type { LimitRecords } from "../ports/limit-records";
import type { ModelSpeeds } from "../ports/model-speeds";

/**
 * Pending work for the engine worker. `put`: (re)index this document; `delete`: remove the item; `purge`: remove
 * everything of a source; `reindex`: renew the index entry of a stored document. An item has at most one entry: a
 * newer one replaces an older one and inherits its `documentIds`.
 */
export type OutboxEntry = {
  readonly seq: number;
  readonly sourceId: string;
  /**
   * Every id that the index may still have for the item (`purge`: for the source); processing the entry removes them.
   */
  readonly documentIds: readonly number[];
} & (
  | { readonly operation: "put"; readonly itemId: string; readonly document: SourceDocument }
  | { readonly operation: "delete"; readonly itemId: string }
  | { readonly operation: "purge" }
  | { readonly operation: "reindex"; readonly itemId: string }
);

type OptionalSourceField =
  | "cursor"
  | "lastSyncAt"
  | "problem"
  | "failedRuns"
  | "account"
  | "progress"
  | "pace"
  | "prunedAt";

/** Fields of a source to change; `undefined` removes an optional field. */
export type SourcePatch = Partial<Omit<Source, "id" | OptionalSourceField>> & {
  readonly [Field in OptionalSourceField]?: Source[Field] | undefined;
};

/** The results of one batch of outbox entries; written in one transaction with the index change. */
export interface IndexedBatch {
  /** The processed entries, which leave the outbox. */
  readonly entries: readonly OutboxEntry[];
  /** New versions; they replace the rows with the same sourceId and itemId. */
  readonly documents: readonly Document[];
  /** Conversion failures: written to the ledger; an older version of the document is removed. */
  readonly failures: readonly (Omit<ItemFailure, "version"> & { readonly sourceId: string })[];
  /** Notes for indexed documents, by `documentId`. */
  readonly notes: ReadonlyMap<number, string>;
  readonly change: IndexChange;
}

/** The service worker's side. Every method is one transaction. */
export interface IngestStore extends FindingStore {
  addSource(source: Source): Promise<void>;
  getSource(sourceId: string): Promise<Source | undefined>;
  listSources(): Promise<readonly Source[]>;
  /** Merges `patch` into the row; rejects with NotFoundError when the source does not exist. */
  updateSource(sourceId: string, patch: SourcePatch): Promise<void>;
  /** Removes the source, its ledger, its documents and pending work, and adds one `purge` entry. */
  removeSource(sourceId: string): Promise<void>;
  /**
   * Writes documents, deletions, failures, cursor and progress of one page, all or nothing. Rejects with
   * NotFoundError for a removed source. A document whose version and hash are already pending or indexed is not
   * queued again. When an item occurs several times, its last document counts, and a document counts over a failure
   * or deletion of the same id.
   */
  commitPage(sourceId: string, page: PullPage): Promise<void>;
  /** As `commitPage`, for items that were fetched by id: the cursor does not change. */
  commitItems(sourceId: string, items: ItemsPage): Promise<void>;
  /** Clears the item's version, so that a connector that lists it delivers it again. */
  clearVersion(sourceId: string, itemId: string): Promise<void>;
  /** Deletes every ledger item of the source that is not in `liveIds`; returns their number. */
  prune(sourceId: string, liveIds: readonly string[]): Promise<number>;
  known(sourceId: string, itemIds: readonly string[]): Promise<ReadonlyMap<string, KnownItem>>;
  withHash(sourceId: string, contentHash: string): Promise<readonly string[]>;
  /** Item ids that begin with the prefix, in order; all of the source for "". */
  withPrefix(sourceId: string, prefix: string): Promise<readonly string[]>;
  counts(sourceId: string): Promise<LedgerCounts>;
  /** Number of the source's stored documents whose index entry is being renewed (`enqueueReindex`). */
  rebuilding(sourceId: string): Promise<number>;
  ledger(sourceId: string, options: LedgerQuery): Promise<readonly LedgerItem[]>;
  /** Pending entries and the bytes of their raw content, for back-pressure. */
  backlog(): Promise<Backlog>;
  /** Counts of the sources' requests. No record is written for a removed source. */
  readonly limits: LimitRecords;
  /** The id that this database has had since its first call, which took `newId`; another one after `clear`. */
  databaseId(newId: string): Promise<string>;
  /** Removes everything that Atlas has stored. */
  clear(): Promise<void>;
}

/** The engine worker's part. */
export interface SearchStore {
  /** The oldest entries, up to `limit.entries`; it stops after `limit.bytes` of raw content (at least one entry). */
  takePending(limit: { readonly entries: number; readonly bytes: number }): Promise<readonly OutboxEntry[]>;
  /**
   * One transaction. Rejects with OutboxChangedError, writing nothing, when an entry of the batch was replaced, and
   * with StaleIndexError when the manifest names a segment that is not stored (the store was cleared).
   */
  commitIndexed(batch: IndexedBatch): Promise<void>;
  /** Writes an index change without documents (merge, rebuild). One transaction; StaleIndexError as above. */
  commitIndex(change: IndexChange): Promise<void>;
  manifest(): Promise<IndexManifest | undefined>;
  segments(ids: readonly number[]): Promise<readonly (StoredSegment | undefined)[]>;
  documents(documentIds: readonly number[]): Promise<readonly (Document | undefined)[]>;
  /** Ids of the current versions of these items; items without a stored document are left out. */
  documentIdsOf(sourceId: string, itemIds?: readonly string[]): Promise<readonly number[]>;
  documentOf(sourceId: string, itemId: string): Promise<Document | undefined>;
  /** Adds a `reindex` entry for each of these documents, or for all documents. */
  enqueueReindex(documentIds?: readonly number[]): Promise<void>;
  listSources(): Promise<readonly Source[]>;
  backlog(): Promise<Backlog>;
  /** The log of what was sent to other machines. */
  readonly egress: EgressLog;
  readonly speeds: ModelSpeeds;
}

export type Store = IngestStore & SearchStore & { readonly chats: ChatStore; close(): void };
