/**
 * One immutable part of the search index as it is stored: a few large buffers, never a row per chunk.
 * The store keeps it without looking inside.
 */
export interface StoredSegment {
  readonly id: number;
  readonly buffers: Readonly<Record<string, ArrayBuffer>>;
  /** Over all buffers, verified on open. */
  readonly checksum: number;
}

/** What the manifest knows of a segment without opening it. */
export interface SegmentEntry {
  readonly id: number;
  readonly checksum: number;
  readonly chunks: number;
  /**
   * Ids of the documents in the segment as ascending pairs `first, last` of unbroken runs: what must be
   * rebuilt when the segment is damaged.
   */
  readonly documents: Uint32Array;
}

/** The one row that says which segments make up the index. Replaced atomically with every commit. */
export interface IndexManifest {
  readonly formatVersion: number;
  readonly embedderId: string;
  readonly dimensions: number;
  readonly segments: readonly SegmentEntry[];
  /** Documents that are in a segment but deleted, ascending. */
  readonly tombstones: Uint32Array;
  readonly nextSegmentId: number;
  readonly nextDocumentId: number;
}

/** What one index commit writes. Nothing is visible before the store has committed it. */
export interface IndexChange {
  readonly putSegments: readonly StoredSegment[];
  readonly dropSegments: readonly number[];
  readonly manifest: IndexManifest;
}
