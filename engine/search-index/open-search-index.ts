import type { IndexManifest, StoredSegment } from "../model/index-change";
import type { OpenedIndex, OpenIndexOptions } from "./search-index";
import { fromIdRuns } from "./segment/id-runs";
import { sumBuffers } from "./segment/seal-segment";
import { decodeSegment, FORMAT_VERSION, SimpleIndex } from "./simple-index";

export interface OpenSearchIndexOptions extends OpenIndexOptions {
  /** As the store holds it; undefined for an index that has never been written. */
  readonly manifest: IndexManifest | undefined;
  /** What the store returned for the manifest's segments, in its order. */
  readonly segments: readonly (StoredSegment | undefined)[];
  /** The compiled kernel.wasm; without it the same functions run in TypeScript, several times slower. */
  readonly kernel?: WebAssembly.Module;
}

/**
 * Opens the index over what is stored. Damaged segments are left out and named, with the ids of the
 * documents to index again; they leave the store with the next change.
 */
export function openSearchIndex(options: OpenSearchIndexOptions): OpenedIndex {
  const { manifest, embedderId, dimensions } = options;
  const empty: IndexManifest = {
    formatVersion: FORMAT_VERSION,
    embedderId,
    dimensions,
    segments: [],
    tombstones: new Uint32Array(),
    nextSegmentId: manifest?.nextSegmentId ?? 1,
    nextDocumentId: manifest?.nextDocumentId ?? 1,
  };
  if (!manifest) return { index: new SimpleIndex(empty, []), rebuild: "none", problems: [] };
  if (manifest.formatVersion !== FORMAT_VERSION || manifest.embedderId !== embedderId) {
    const problem = "The search index is being rebuilt: the embedding model or the format changed";
    return { index: new SimpleIndex(empty, []), rebuild: "all", problems: [problem] };
  }
  return openSegments(manifest, options);
}

function openSegments(manifest: IndexManifest, options: OpenSearchIndexOptions): OpenedIndex {
  const stored = new Map(options.segments.map((segment) => [segment?.id, segment]));
  const dead = new Set(manifest.tombstones);
  const problems: string[] = [];
  const rebuild: number[] = [];
  const sound = manifest.segments.filter((entry) => {
    const segment = stored.get(entry.id);
    if (segment && sumBuffers(segment.buffers) === entry.checksum) return true;
    problems.push(`Segment ${entry.id} of the search index is ${segment ? "damaged" : "missing"}`);
    for (const id of fromIdRuns(entry.documents)) if (!dead.has(id)) rebuild.push(id);
    return false;
  });
  const decoded = sound.flatMap(({ id }) => {
    const segment = stored.get(id);
    return segment ? [decodeSegment(id, segment.buffers, manifest.dimensions)] : [];
  });
  const index = new SimpleIndex({ ...manifest, segments: sound }, decoded);
  return { index, rebuild: rebuild.length > 0 ? rebuild : "none", problems };
}
