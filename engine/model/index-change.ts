/**
 * One immutable part of the search index as it is stored: a few large buffers instead of a row for each chunk. The
 * store does not interpret it.
 */
export interface StoredSegment {
  readonly id: number;
  readonly buffers: Readonly<Record<string, ArrayBuffer>>;
  /** Checksum over all buffers, verified when the segment is opened. */
  readonly checksum: number;
}

/** What the manifest records of a segment. */
export interface SegmentEntry {
  readonly id: number;
  readonly checksum: number;
  readonly chunks: number;
  /**
   * Ids of the segment's documents as ascending pairs `first, last` of consecutive ids: the documents to index again
   * when the segment is damaged.
   */
  readonly documents: Uint32Array;
}

/** The one row that lists the segments of the index. Every commit replaces it atomically. */
export interface IndexManifest {
  readonly formatVersion: number;
  readonly embedderId: string;
  readonly dimensions: number;
  readonly segments: readonly SegmentEntry[];
  /** Documents that are in a segment and have been deleted, ascending. */
  readonly tombstones: Uint32Array;
  readonly nextSegmentId: number;
  readonly nextDocumentId: number;
}

/** What one index commit writes. It becomes visible as a whole. */
export interface IndexChange {
  readonly putSegments: readonly StoredSegment[];
  readonly dropSegments: readonly number[];
  readonly manifest: IndexManifest;
}
