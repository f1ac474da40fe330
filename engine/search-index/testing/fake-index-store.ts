import type { IndexChange, IndexManifest, StoredSegment } from "../../model/index-change";
import { type OpenSearchIndexOptions, openSearchIndex } from "../open-search-index";
import type { SearchIndex } from "../search-index";

/** Stores an index in memory, as the real store does. */
export function createFakeIndexStore(defaults: Partial<OpenSearchIndexOptions> = {}) {
  const segments = new Map<number, StoredSegment>();
  let manifest: IndexManifest | undefined;

  function commit(change: IndexChange): void {
    for (const segment of change.putSegments) segments.set(segment.id, segment);
    for (const id of change.dropSegments) segments.delete(id);
    manifest = change.manifest;
  }

  return {
    segments,
    manifest: () => manifest,
    /** Stores and applies a change, as the engine does. */
    commit(index: SearchIndex, change: IndexChange): void {
      commit(change);
      index.apply(change);
    },
    open: (options: Partial<OpenSearchIndexOptions> = {}) =>
      openSearchIndex({
        embedderId: "test",
        dimensions: 2,
        manifest,
        segments: (manifest?.segments ?? []).map(({ id }) => segments.get(id)),
        ...defaults,
        ...options,
      }),
  };
}
