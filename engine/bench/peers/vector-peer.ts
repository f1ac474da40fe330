import type { BlobStore } from "../worker/blob-store";

/** What a benchmark job gives an engine to start with. */
export interface VectorPeerOptions {
  readonly dimensions: number;
  /** Vectors the index must have room for. */
  readonly capacity: number;
}

/**
 * A vector search engine as the benchmark drives it. Rows are numbered from 0 in the order they are added.
 * A method throws when the engine cannot do the thing; the benchmark then says so in the engine's row.
 */
export interface VectorPeer {
  /** Adds rows `[first, first + count)`, lying one after the other in `vectors`. */
  add(first: number, vectors: Float32Array): void | Promise<void>;
  remove(first: number, vectors: Float32Array): void | Promise<void>;
  /** Rows of the `limit` nearest vectors by cosine, best first. */
  search(query: Float32Array, limit: number): readonly number[] | Promise<readonly number[]>;
  /** Work an engine puts off until after adding and does in the background; counts as building. */
  compact?(): void;
  /** Writes out what has changed, for engines that save while they build; its time counts as saving. */
  commit?(store: BlobStore): Promise<void>;
  /** Stores the index and returns its size in bytes. */
  save(store: BlobStore): Promise<number>;
}

/** How to make an engine, empty or from what `save` stored. The library itself is loaded beforehand. */
export interface VectorPeerLibrary {
  create(options: VectorPeerOptions): VectorPeer | Promise<VectorPeer>;
  open(store: BlobStore, options: VectorPeerOptions): Promise<VectorPeer>;
}
