import type { IndexManifest, SegmentEntry, StoredSegment } from "../model/index-change";
import type { OpenedIndex, OpenIndexOptions } from "./search-index";
import { fromIdRuns } from "./segment/id-runs";
import { checksumBuffers } from "./segment/seal-segment";
import { fromBuffers } from "./segment/segment-buffers";
import type { SegmentData } from "./segment/segment-data";
import { SegmentedIndex } from "./segmented-index";

/** Increased whenever the meaning of stored bytes, tokens or weights changes; older indexes are rebuilt. */
export const FORMAT_VERSION = 3;

export interface OpenSearchIndexOptions extends OpenIndexOptions {
  /** As the store holds it; undefined for an index that has never been written. */
  readonly manifest: IndexManifest | undefined;
  /** The stored segments of the manifest, in any order. */
  readonly segments: readonly (StoredSegment | undefined)[];
  /** The compiled kernel.wasm; without it the same functions run in TypeScript, many times slower. */
  readonly kernel?: WebAssembly.Module;
}

interface IntactSegment {
  readonly stored: StoredSegment;
  readonly data: SegmentData;
}

/**
 * Opens the stored index. Damaged segments are left out and reported, with the ids of the documents to index again.
 * Segments of another embedder answer keyword queries until their documents are indexed again; those of another format
 * are left out. The store deletes segments that were left out with the next change.
 */
export function openSearchIndex(options: OpenSearchIndexOptions): OpenedIndex {
  const { manifest, embedderId, dimensions, kernel } = options;
  const readable = manifest?.formatVersion === FORMAT_VERSION;
  const { sound, problems, rebuild } = readable ? readSegments(manifest, options) : emptyContents(manifest);
  const kept = new Set(sound.map(({ stored }) => stored.id));
  const entries = manifest?.segments ?? [];
  const index = new SegmentedIndex(
    {
      formatVersion: FORMAT_VERSION,
      embedderId,
      dimensions,
      segments: entries.filter(({ id }) => kept.has(id)),
      tombstones: readable ? manifest.tombstones : new Uint32Array(),
      nextSegmentId: manifest?.nextSegmentId ?? 1,
      nextDocumentId: manifest?.nextDocumentId ?? 1,
    },
    { segments: sound, leftovers: entries.flatMap(({ id }) => (kept.has(id) ? [] : [id])), kernel },
  );
  return { index, rebuild, problems };
}

function emptyContents(manifest: IndexManifest | undefined) {
  const sound: readonly IntactSegment[] = [];
  if (!manifest) return { sound, problems: [], rebuild: "none" as const };
  return {
    sound,
    problems: [
      "The format of the search index changed; until every document is indexed again, searches miss some",
    ],
    rebuild: "all" as const,
  };
}

function readSegments(manifest: IndexManifest, { segments, embedderId }: OpenSearchIndexOptions) {
  const stored = new Map(segments.map((segment) => [segment?.id, segment]));
  const dead = new Set(manifest.tombstones);
  const sound: IntactSegment[] = [];
  const problems: string[] = [];
  const rebuild: number[] = [];
  for (const entry of manifest.segments) {
    const segment = readSegment(entry, stored.get(entry.id));
    if ("problem" in segment) problems.push(segment.problem);
    else sound.push(segment);
    if ("data" in segment && segment.data.embedderId === embedderId) continue;
    rebuild.push(...[...fromIdRuns(entry.documents)].filter((id) => !dead.has(id)));
  }
  if (manifest.embedderId !== embedderId) {
    problems.push(
      "The embedding model changed; until every document is indexed again, searches match words alone",
    );
    return { sound, problems, rebuild: "all" as const };
  }
  return { sound, problems, rebuild: rebuild.length > 0 ? rebuild : ("none" as const) };
}

function readSegment(
  entry: SegmentEntry,
  stored: StoredSegment | undefined,
): IntactSegment | { problem: string } {
  if (stored && checksumBuffers(stored.buffers) === entry.checksum)
    return { stored, data: fromBuffers(stored.buffers) };
  const state = stored ? "damaged" : "missing";
  return { problem: `Segment ${entry.id} of the search index is ${state}; its documents are indexed again` };
}
