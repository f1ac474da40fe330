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
 * A pending piece of work for the engine worker. `put`: (re)index this document; `delete`: remove the item;
 * `purge`: remove everything of a source; `reindex`: make the index entry of a stored document anew.
 * At most one entry per item: a newer one replaces an older and inherits its `documentIds`.
 */
export type OutboxEntry = {
  readonly seq: number;
  readonly sourceId: string;
  /** Every id the index may still hold for the item (`purge`: for the source); dealing with the entry removes them. */
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

/** Fields of a source to change; `undefined` takes an optional field away. */
export type SourcePatch = Partial<Omit<Source, "id" | OptionalSourceField>> & {
  readonly [Field in OptionalSourceField]?: Source[Field] | undefined;
};

/** What became of the outbox entries of one batch; written in one transaction with the index change. */
export interface IndexedBatch {
  /** The entries that are dealt with and leave the outbox. */
  readonly entries: readonly OutboxEntry[];
  /** New versions; they replace the row with the same sourceId + itemId. */
  readonly documents: readonly Document[];
  /** Conversion trouble: the ledger says so, an older version of the document is removed. */
  readonly failures: readonly (Omit<ItemFailure, "version"> & { readonly sourceId: string })[];
  /** Notes to show beside "indexed", by `documentId`. */
  readonly notes: ReadonlyMap<number, string>;
  readonly change: IndexChange;
}

/** The service worker's side. Every method is one transaction. */
export interface IngestStore extends FindingStore {
  addSource(source: Source): Promise<void>;
  getSource(sourceId: string): Promise<Source | undefined>;
  listSources(): Promise<readonly Source[]>;
  /** Merges `patch` into the row; a missing source is NotFoundError. */
  updateSource(sourceId: string, patch: SourcePatch): Promise<void>;
  /** Removes the source, its ledger, its documents and pending work, and leaves one `purge` entry. */
  removeSource(sourceId: string): Promise<void>;
  /**
   * Documents, deletions, failures, cursor and progress of one page, all or nothing. A removed source is NotFoundError.
   * A document whose version and hash the ledger already has as pending or indexed is not queued again; of an
   * item that comes twice the last counts, and a document counts over a failure or deletion of the same id.
   */
  commitPage(sourceId: string, page: PullPage): Promise<void>;
  /** As `commitPage`, of items that were asked for one by one: the cursor stays where it is. */
  commitItems(sourceId: string, items: ItemsPage): Promise<void>;
  /** Forgets which version of the item it has, so that a connector that lists it delivers it again. */
  clearVersion(sourceId: string, itemId: string): Promise<void>;
  /** Deletes every ledger item of the source that is not in `liveIds`; returns how many. */
  prune(sourceId: string, liveIds: readonly string[]): Promise<number>;
  known(sourceId: string, itemIds: readonly string[]): Promise<ReadonlyMap<string, KnownItem>>;
  withHash(sourceId: string, contentHash: string): Promise<readonly string[]>;
  /** Item ids that begin with the prefix, in order; all of the source for "". */
  withPrefix(sourceId: string, prefix: string): Promise<readonly string[]>;
  counts(sourceId: string): Promise<LedgerCounts>;
  ledger(sourceId: string, options: LedgerQuery): Promise<readonly LedgerItem[]>;
  /** Pending entries and the bytes of their raw content, for back-pressure. */
  backlog(): Promise<Backlog>;
  /** Where the requests of sources are counted; those of a source that is gone leave nothing. */
  readonly limits: LimitRecords;
  /** Everything Atlas has stored, gone. */
  clear(): Promise<void>;
}

/** The engine worker's side. */
export interface SearchStore {
  /** The oldest entries, at most `limit.entries`, stopping once `limit.bytes` of raw content are reached (at least one). */
  takePending(limit: { readonly entries: number; readonly bytes: number }): Promise<readonly OutboxEntry[]>;
  /**
   * One transaction. Rejects with OutboxChangedError, writing nothing, when an entry of the batch was replaced,
   * and with StaleIndexError when the manifest names a segment that is not stored (the store was cleared).
   */
  commitIndexed(batch: IndexedBatch): Promise<void>;
  /** An index change with no documents: merge, rebuild. One transaction; StaleIndexError as above. */
  commitIndex(change: IndexChange): Promise<void>;
  manifest(): Promise<IndexManifest | undefined>;
  segments(ids: readonly number[]): Promise<readonly (StoredSegment | undefined)[]>;
  documents(documentIds: readonly number[]): Promise<readonly (Document | undefined)[]>;
  /** Ids of the current versions of these items; items without a stored document are left out. */
  documentIdsOf(sourceId: string, itemIds?: readonly string[]): Promise<readonly number[]>;
  documentOf(sourceId: string, itemId: string): Promise<Document | undefined>;
  /** Puts a `reindex` entry for each of these documents, or for all of them. */
  enqueueReindex(documentIds?: readonly number[]): Promise<void>;
  listSources(): Promise<readonly Source[]>;
  backlog(): Promise<Backlog>;
  /** What was sent to other machines. */
  readonly egress: EgressLog;
  readonly speeds: ModelSpeeds;
}

export type Store = IngestStore & SearchStore & { readonly chats: ChatStore; close(): void };
