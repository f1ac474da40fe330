import type { IndexChange, IndexManifest } from "../../model/index-change";
import type { IndexDocument, SearchIndex } from "../../search-index/search-index";
import type { SearchStore } from "../../store/store";

/** A simple index that stores its documents as JSON; it can be changed and reopened, but not searched. */
export interface MemoryIndex extends SearchIndex {
  /** Its live documents, in order of id. */
  live(): readonly IndexDocument[];
}

/** Segments that `prepareMerge` merges into one. */
const MERGE_THRESHOLD = 4;

export async function openMemoryIndex(store: SearchStore): Promise<MemoryIndex> {
  const empty: IndexManifest = {
    formatVersion: 1,
    embedderId: "memory",
    dimensions: 2,
    segments: [],
    tombstones: new Uint32Array(),
    nextSegmentId: 1,
    nextDocumentId: 1,
  };
  const manifest = (await store.manifest()) ?? empty;
  const segments = await store.segments(manifest.segments.map(({ id }) => id));
  const stored = segments.map((segment) => segment ?? raise("A segment of the manifest is not stored"));
  return createMemoryIndex(manifest, new Map(stored.map(({ id, buffers }) => [id, decode(buffers)])));
}

function createMemoryIndex(
  opened: IndexManifest,
  segments: Map<number, readonly IndexDocument[]>,
): MemoryIndex {
  let manifest = opened;
  let nextDocumentId = opened.nextDocumentId;
  const live = () => {
    const all = [...segments.values()].flat().sort((a, b) => a.documentId - b.documentId);
    return all.filter(({ documentId }) => !manifest.tombstones.includes(documentId));
  };
  const unused = () => raise("A memory index cannot be searched");
  return {
    embedderId: manifest.embedderId,
    dimensions: manifest.dimensions,
    live,
    stats: () => ({
      documents: live().length,
      chunks: live().reduce((sum, document) => sum + document.chunks.length, 0),
      segments: segments.size,
      memoryBytes: 0,
      savedBytes: 0,
    }),
    allocateIds: (count) => Array.from({ length: count }, () => nextDocumentId++),
    prepare: ({ add, remove }) => {
      const tombstones = Uint32Array.from(new Set([...manifest.tombstones, ...remove])).sort();
      return add.length > 0
        ? addSegment({ ...manifest, tombstones, nextDocumentId }, add)
        : { putSegments: [], dropSegments: [], manifest: { ...manifest, tombstones, nextDocumentId } };
    },
    prepareMerge: () => {
      if (segments.size < MERGE_THRESHOLD) return undefined;
      const cleared = { ...manifest, segments: [], tombstones: new Uint32Array(), nextDocumentId };
      return { ...addSegment(cleared, live()), dropSegments: [...segments.keys()] };
    },
    apply: (change) => {
      for (const id of change.dropSegments) segments.delete(id);
      for (const { id, buffers } of change.putSegments) segments.set(id, decode(buffers));
      manifest = change.manifest;
    },
    keyword: unused,
    vector: unused,
    suggest: unused,
    terms: unused,
    finder: unused,
    highlight: unused,
  };
}

function addSegment(base: IndexManifest, documents: readonly IndexDocument[]): IndexChange {
  const id = base.nextSegmentId;
  const chunks = documents.reduce((sum, document) => sum + document.chunks.length, 0);
  const entry = { id, checksum: 0, chunks, documents: new Uint32Array() };
  return {
    putSegments: [{ id, checksum: 0, buffers: encode(documents) }],
    dropSegments: [],
    manifest: { ...base, segments: [...base.segments, entry], nextSegmentId: id + 1 },
  };
}

function encode(documents: readonly IndexDocument[]): Record<string, ArrayBuffer> {
  const json = JSON.stringify(documents, (_, value: unknown) =>
    value instanceof Float32Array ? [...value] : value,
  );
  return { documents: new TextEncoder().encode(json).buffer };
}

function decode({ documents }: Readonly<Record<string, ArrayBuffer>>): readonly IndexDocument[] {
  return JSON.parse(new TextDecoder().decode(documents));
}

function raise(message: string): never {
  throw new TypeError(message);
}
