import type { Filter } from "../model/filter";
import type { ChunkHit, QueryTerm } from "../model/hit";
import type { IndexChange, IndexManifest } from "../model/index-change";
import type { IndexBatch, IndexDocument, IndexStats, ScanOptions, SearchIndex } from "./search-index";
import { toIdRuns } from "./segment/id-runs";
import { sealSegment } from "./segment/seal-segment";
import { scanWords } from "./text/scan-words";
import { STOP_WORDS } from "./text/stop-words";

export const FORMAT_VERSION = 0;

export interface SimpleSegment {
  readonly id: number;
  readonly savedBytes: number;
  readonly documents: readonly IndexDocument[];
}

interface Row {
  readonly document: IndexDocument;
  readonly ordinal: number;
  readonly vector: Float32Array;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

const K1 = 0.9;
const B = 0.4;

export class SimpleIndex implements SearchIndex {
  readonly embedderId: string;
  readonly dimensions: number;
  #manifest: IndexManifest;
  #nextDocumentId: number;
  readonly #segments = new Map<number, { segment: SimpleSegment; rows: Row[] }>();

  constructor(manifest: IndexManifest, segments: readonly SimpleSegment[]) {
    this.embedderId = manifest.embedderId;
    this.dimensions = manifest.dimensions;
    this.#manifest = manifest;
    this.#nextDocumentId = manifest.nextDocumentId;
    for (const segment of segments) this.#show(segment);
  }

  stats(): IndexStats {
    const rows = this.#rows();
    const savedBytes = [...this.#segments.values()].reduce((sum, { segment }) => sum + segment.savedBytes, 0);
    return {
      documents: new Set(rows.map((row) => row.document.documentId)).size,
      chunks: rows.length,
      segments: this.#segments.size,
      memoryBytes: savedBytes,
      savedBytes,
    };
  }

  allocateIds(count: number): readonly number[] {
    const first = this.#nextDocumentId;
    this.#nextDocumentId += count;
    return Array.from({ length: count }, (_, index) => first + index);
  }

  prepare(batch: IndexBatch): IndexChange {
    const tombstones = Uint32Array.from(new Set([...this.#manifest.tombstones, ...batch.remove])).sort();
    const base = { ...this.#manifest, tombstones, nextDocumentId: this.#nextDocumentId };
    if (batch.add.length === 0) return { putSegments: [], dropSegments: [], manifest: base };
    const id = base.nextSegmentId;
    const segment = sealSegment(id, encode(batch.add, this.dimensions));
    const documents = toIdRuns(batch.add.map((document) => document.documentId).sort((a, b) => a - b));
    const chunks = batch.add.reduce((sum, document) => sum + document.chunks.length, 0);
    const entry = { id, checksum: segment.checksum, chunks, documents };
    return {
      putSegments: [segment],
      dropSegments: [],
      manifest: { ...base, segments: [...base.segments, entry], nextSegmentId: id + 1 },
    };
  }

  apply(change: IndexChange): void {
    for (const id of change.dropSegments) this.#segments.delete(id);
    for (const { id, buffers } of change.putSegments) this.#show(decodeSegment(id, buffers, this.dimensions));
    this.#manifest = change.manifest;
  }

  prepareMerge(): IndexChange | undefined {
    return undefined;
  }

  keyword(query: string, options: ScanOptions): readonly ChunkHit[] {
    return this.#bm25(this.terms(query), options);
  }

  suggest(query: string, options: ScanOptions): readonly ChunkHit[] {
    const words = splitTerms(query);
    const last = words.at(-1);
    if (last === undefined) return [];
    const known = new Set(this.#rows().flatMap((row) => [...row.counts.keys()]));
    const completions = [...known].filter((term) => term.startsWith(last));
    return this.#bm25(this.#weigh([...new Set([...words, ...completions])]), options);
  }

  vector(query: Float32Array, options: ScanOptions): readonly ChunkHit[] {
    return best(this.#rows(options.filter), options.limit, (row) =>
      row.vector.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0),
    );
  }

  terms(query: string): readonly QueryTerm[] {
    return this.#weigh([...new Set(splitTerms(query))]);
  }

  highlight(query: string, text: string): readonly (readonly [number, number])[] {
    const wanted = new Set(splitTerms(query).filter((term) => !STOP_WORDS.has(term)));
    const stretches: [number, number][] = [];
    scanWords(text, (term, start, end) => {
      if (wanted.has(term) && start >= (stretches.at(-1)?.[1] ?? 0)) stretches.push([start, end]);
    });
    return stretches;
  }

  #show(segment: SimpleSegment): void {
    this.#segments.set(segment.id, { segment, rows: segment.documents.flatMap(toRows) });
  }

  #rows(filter?: Filter): readonly Row[] {
    const dead = new Set(this.#manifest.tombstones);
    const rows = [...this.#segments.values()].flatMap((entry) => entry.rows);
    return rows.filter(({ document }) => !dead.has(document.documentId) && matches(document, filter));
  }

  #weigh(terms: readonly string[]): readonly QueryTerm[] {
    const rows = this.#rows();
    return terms.map((term) => {
      const chunkFrequency = rows.filter((row) => row.counts.has(term)).length;
      const idf = Math.log(1 + (rows.length - chunkFrequency + 0.5) / (chunkFrequency + 0.5));
      return { term, chunkFrequency, weight: STOP_WORDS.has(term) ? 0 : idf };
    });
  }

  #bm25(terms: readonly QueryTerm[], options: ScanOptions): readonly ChunkHit[] {
    const all = this.#rows();
    const average = all.reduce((sum, row) => sum + row.length, 0) / all.length;
    const score = (row: Row) =>
      terms.reduce((sum, { term, weight }) => {
        const count = row.counts.get(term) ?? 0;
        return sum + (weight * count) / (count + K1 * (1 - B + (B * row.length) / average));
      }, 0);
    return best(this.#rows(options.filter), options.limit, score).filter((hit) => hit.score > 0);
  }
}

function best(rows: readonly Row[], limit: number, score: (row: Row) => number): readonly ChunkHit[] {
  return rows
    .map((row) => ({ documentId: row.document.documentId, ordinal: row.ordinal, score: score(row) }))
    .sort((a, b) => b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal)
    .slice(0, limit);
}

function matches(document: IndexDocument, filter: Filter = {}): boolean {
  return (
    (!filter.sourceIds || filter.sourceIds.includes(document.sourceId)) &&
    (!filter.types || filter.types.includes(document.type)) &&
    (!filter.authors || (document.author !== undefined && filter.authors.includes(document.author))) &&
    (!filter.containers || filter.containers.some((name) => document.container?.includes(name))) &&
    document.updatedAt >= (filter.updatedAfter ?? Number.NEGATIVE_INFINITY) &&
    document.updatedAt < (filter.updatedBefore ?? Number.POSITIVE_INFINITY)
  );
}

function splitTerms(text: string): readonly string[] {
  const terms: string[] = [];
  scanWords(text, (term) => terms.push(term));
  return terms;
}

function toRows(document: IndexDocument): readonly Row[] {
  return document.chunks.map((chunk) => {
    const counts = new Map<string, number>();
    let length = 0;
    for (const text of [document.title, chunk.headings.join("\n"), chunk.text, document.author ?? ""]) {
      scanWords(text, (term) => {
        if (STOP_WORDS.has(term)) return;
        counts.set(term, (counts.get(term) ?? 0) + 1);
        length++;
      });
    }
    return { document, ordinal: chunk.ordinal, vector: chunk.vector, counts, length };
  });
}

function encode(documents: readonly IndexDocument[], dimensions: number): Record<string, ArrayBuffer> {
  const chunks = documents.flatMap((document) => document.chunks);
  const vectors = new Float32Array(chunks.length * dimensions);
  for (const [index, chunk] of chunks.entries()) vectors.set(chunk.vector, index * dimensions);
  const json = JSON.stringify(documents, (key, value: unknown) => (key === "vector" ? undefined : value));
  return { documents: new TextEncoder().encode(json).buffer, vectors: vectors.buffer };
}

export function decodeSegment(
  id: number,
  buffers: Readonly<Record<string, ArrayBuffer>>,
  dimensions: number,
): SimpleSegment {
  const { documents, vectors } = buffers;
  if (!documents || !vectors) throw new TypeError(`Cannot decode segment ${id}: a buffer is missing`);
  const parsed = JSON.parse(new TextDecoder().decode(documents)) as IndexDocument[];
  let at = 0;
  const filled = parsed.map((document) => ({
    ...document,
    chunks: document.chunks.map((chunk) => ({
      ...chunk,
      vector: new Float32Array(vectors, 4 * dimensions * at++, dimensions),
    })),
  }));
  return { id, savedBytes: documents.byteLength + vectors.byteLength, documents: filled };
}
