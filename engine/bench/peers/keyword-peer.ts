import type { BlobStore } from "../worker/blob-store";

/**
 * A keyword search engine as the benchmark drives it. Texts are numbered from 0 in the order they are added;
 * a text matches when it contains any word of the query, and better matches come first.
 */
export interface KeywordPeer {
  add(first: number, texts: readonly string[]): void | Promise<void>;
  remove(first: number, texts: readonly string[]): void | Promise<void>;
  search(query: string, limit: number): readonly number[] | Promise<readonly number[]>;
  /** As `search` for a query still being typed, for engines that offer it. */
  suggest?(query: string, limit: number): readonly number[] | Promise<readonly number[]>;
  /** Work an engine puts off until after adding and does in the background; counts as building. */
  compact?(): void;
  /** Writes out what has changed, for engines that save while they build; its time counts as saving. */
  commit?(store: BlobStore): Promise<void>;
  /** Stores the index and returns its size in bytes. */
  save(store: BlobStore): Promise<number>;
}

/** How to make an engine, empty or from what `save` stored. The library itself is loaded beforehand. */
export interface KeywordPeerLibrary {
  create(): KeywordPeer | Promise<KeywordPeer>;
  open(store: BlobStore): Promise<KeywordPeer>;
}
