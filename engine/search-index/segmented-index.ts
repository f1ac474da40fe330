import type { IndexStats } from "../contract/status";
import type { ChunkHit, QueryTerm, TermPositions } from "../model/hit";
import type { IndexChange, IndexManifest, SegmentEntry, StoredSegment } from "../model/index-change";
import { wordFormsOf } from "./forms/word-forms";
import { groupTerms } from "./forms/word-groups";
import { IndexSegment } from "./index-segment";
import { Arena } from "./kernel/arena";
import { type Kernel, loadKernel } from "./kernel/kernel";
import { createPlainKernel } from "./kernel/plain-kernel";
import { parseQuery } from "./keyword/parse-query";
import { searchAsYouType } from "./keyword/search-as-you-type";
import { searchKeywords, weighTerms } from "./keyword/search-keywords";
import { Merger } from "./merge/merger";
import { createQueryCache } from "./query-cache";
import type { IndexBatch, IndexNames, ScanOptions, SearchIndex } from "./search-index";
import { buildSegment } from "./segment/build-segment";
import { documentOfRow, indexOfDocument } from "./segment/document-table";
import { findNewest } from "./segment/find-newest";
import { toIdRuns } from "./segment/id-runs";
import { sealSegment } from "./segment/seal-segment";
import { fromBuffers, toBuffers } from "./segment/segment-buffers";
import type { SegmentData } from "./segment/segment-data";
import { SegmentSet } from "./segment-set";
import { createHighlighter, createTermFinder, type Highlighter } from "./text/create-term-finder";
import { widthOf } from "./vector/quantise";
import { VectorScanner } from "./vector/vector-scanner";

/** A larger index drops the finest bits of its vectors, which distinguish near-equal ones. */
const MAX_ROWS_WITH_RESIDUES = 262_144;

const MAX_READ_QUERIES = 16_384;
const MAX_HIGHLIGHTERS = 256;

/** The index over its segments in memory; see engine/DESIGN.md. */
export class SegmentedIndex implements SearchIndex {
  readonly embedderId: string;
  readonly dimensions: number;
  #manifest: IndexManifest;
  #nextDocumentId: number;
  /** Stored segments that nothing refers to. */
  #leftovers: readonly number[];
  #set = new SegmentSet([]);
  readonly #arena = new Arena();
  readonly #scanner: VectorScanner;
  readonly #merger = new Merger();
  readonly #basesOf = (term: string) => wordFormsOf(this.#set).basesOf(term);
  #revision = 0;
  #names: IndexNames | undefined;
  /** How queries are read; statements that are compared are read word by word. */
  readonly #termsOf = createQueryCache<readonly QueryTerm[]>(MAX_READ_QUERIES);
  /** The same question is asked of many texts. */
  readonly #highlighters = createQueryCache<Highlighter>(MAX_HIGHLIGHTERS);

  constructor(
    manifest: IndexManifest,
    options: {
      readonly segments: readonly { readonly stored: StoredSegment; readonly data: SegmentData }[];
      readonly leftovers: readonly number[];
      readonly kernel: WebAssembly.Module | undefined;
    },
  ) {
    this.embedderId = manifest.embedderId;
    this.dimensions = manifest.dimensions;
    this.#manifest = manifest;
    this.#nextDocumentId = manifest.nextDocumentId;
    this.#leftovers = options.leftovers;
    const { memory } = this.#arena;
    const kernel: Kernel = options.kernel ? loadKernel(options.kernel, memory) : createPlainKernel(memory);
    this.#scanner = new VectorScanner(this.#arena, kernel, widthOf(manifest.dimensions));
    this.#setSegments(options.segments.map(({ stored, data }) => this.#load(stored, data)));
  }

  get revision(): number {
    return this.#revision;
  }

  get merging(): boolean {
    return this.#merger.busy;
  }

  stats(): IndexStats {
    const sum = (read: (segment: IndexSegment) => number) =>
      this.#set.segments.reduce((total, segment) => total + read(segment), 0);
    return {
      documents: sum((segment) => segment.live.documents),
      chunks: sum((segment) => segment.live.rows),
      segments: this.#set.segments.length,
      memoryBytes: this.#arena.bytes + sum((segment) => segment.memoryBytes),
      savedBytes: sum((segment) => segment.savedBytes),
    };
  }

  allocateIds(count: number): readonly number[] {
    const first = this.#nextDocumentId;
    this.#nextDocumentId += count;
    return Array.from({ length: count }, (_, index) => first + index);
  }

  prepare(batch: IndexBatch): IndexChange {
    for (const { documentId } of batch.add) this.#checkNew(documentId);
    const removed = batch.remove.filter((id) => this.#hasDocument(id));
    const tombstones = Uint32Array.from(new Set([...this.#manifest.tombstones, ...removed])).sort();
    const data = batch.add.length > 0 ? buildSegment(batch.add, this) : undefined;
    return this.#toChange({ ...(data && { data }), dropped: [], tombstones });
  }

  apply(change: IndexChange): void {
    this.#revision++;
    this.#termsOf.clear();
    this.#highlighters.clear();
    const { tombstones } = change.manifest;
    const dropped = new Set(change.dropSegments);
    for (const segment of this.#set.segments) if (dropped.has(segment.id)) segment.free();
    const kept = this.#set.segments.filter((segment) => !dropped.has(segment.id));
    for (const segment of kept) segment.setDead(tombstones);
    this.#manifest = change.manifest;
    this.#leftovers = this.#leftovers.filter((id) => !dropped.has(id));
    const added = change.putSegments.map((stored) => this.#load(stored, fromBuffers(stored.buffers)));
    this.#setSegments([...kept, ...added]);
  }

  prepareMerge(): IndexChange | undefined {
    const merged = this.#merger.step(this.#set.segments, this);
    if (!merged) return undefined;
    const forgotten = new Set(merged.forgotten);
    const tombstones = this.#manifest.tombstones.filter((id) => !forgotten.has(id));
    return this.#toChange({ ...merged, tombstones });
  }

  keyword(query: string, options: ScanOptions): readonly ChunkHit[] {
    return searchKeywords(query, this.#set, options);
  }

  suggest(query: string, options: ScanOptions): readonly ChunkHit[] {
    return searchAsYouType(query, this.#set, options);
  }

  vector(query: Float32Array, { limit, filter }: ScanOptions): readonly ChunkHit[] {
    if (query.length !== this.dimensions) {
      throw new RangeError(
        `Cannot search with a vector of ${query.length} dimensions: the index has ${this.dimensions}`,
      );
    }
    const padded = new Float32Array(widthOf(this.dimensions));
    padded.set(query);
    const scanned = this.#set.segments.flatMap((segment) =>
      segment.region ? [{ segment, region: segment.region, live: segment.select(filter) }] : [],
    );
    return this.#scanner.scan(padded, scanned, limit).flatMap(({ region, row, score }) => {
      const table = scanned[region]?.segment.table;
      if (!table) return [];
      const documentId = table.ids[documentOfRow(table, row)] as number;
      return [{ documentId, ordinal: table.ordinals[row] as number, score }];
    });
  }

  terms(query: string): readonly QueryTerm[] {
    return this.#termsOf.get(query, () => weighTerms(query, this.#set));
  }

  finder(terms: readonly string[]): (text: string) => TermPositions {
    return createTermFinder(terms, this.#basesOf);
  }

  highlight(query: string, text: string): readonly (readonly [number, number])[] {
    const highlighter = this.#highlighters.get(query, () => {
      const words = groupTerms(parseQuery(query, "question"), this.#set);
      const bases = words.flatMap(({ base, isEmpty }) => (isEmpty ? [] : base));
      return createHighlighter(bases, this.#basesOf);
    });
    return highlighter(text);
  }

  newest({ limit, filter }: ScanOptions): readonly number[] {
    const selected = this.#set.segments.map((segment) => {
      return { table: segment.table, mask: segment.select(filter) };
    });
    return findNewest(selected, limit);
  }

  names(): IndexNames {
    this.#names ??= {
      authors: distinct(this.#set.segments.flatMap(({ table }) => table.names.authors)),
      containers: distinct(this.#set.segments.flatMap(({ table }) => table.names.containers.flat())),
    };
    return this.#names;
  }

  #hasDocument(documentId: number): boolean {
    return this.#set.segments.some(({ table }) => indexOfDocument(table, documentId) >= 0);
  }

  #checkNew(documentId: number): void {
    if (documentId >= this.#nextDocumentId) {
      throw new RangeError(`Cannot index document ${documentId}: its id was not allocated`);
    }
    if (this.#hasDocument(documentId)) {
      throw new RangeError(`Cannot index document ${documentId} again: a new version needs a new id`);
    }
  }

  #load(stored: StoredSegment, data: SegmentData): IndexSegment {
    const savedBytes = Object.values(stored.buffers).reduce((sum, buffer) => sum + buffer.byteLength, 0);
    const options = {
      embedderId: this.embedderId,
      dimensions: this.dimensions,
      arena: this.#arena,
      dead: this.#manifest.tombstones,
    };
    return new IndexSegment(stored.id, savedBytes, data, options);
  }

  /** Merges join neighbours in the order of their documents. */
  #setSegments(segments: readonly IndexSegment[]): void {
    const rows = segments.reduce((sum, segment) => sum + segment.rows, 0);
    if (rows > MAX_ROWS_WITH_RESIDUES) for (const { region } of segments) region?.dropResidues();
    this.#names = undefined;
    this.#set = new SegmentSet([...segments].sort((a, b) => a.firstDocument - b.firstDocument));
  }

  #toChange({
    data,
    dropped,
    tombstones,
  }: {
    data?: SegmentData;
    dropped: readonly number[];
    tombstones: Uint32Array;
  }): IndexChange {
    const id = this.#manifest.nextSegmentId;
    const stored = data && sealSegment(id, toBuffers(data));
    const kept = this.#manifest.segments.filter((entry) => !dropped.includes(entry.id));
    return {
      putSegments: stored ? [stored] : [],
      dropSegments: [...dropped, ...this.#leftovers],
      manifest: {
        ...this.#manifest,
        segments: stored && data ? [...kept, toEntry(stored, data)] : kept,
        tombstones,
        nextSegmentId: stored ? id + 1 : id,
        nextDocumentId: this.#nextDocumentId,
      },
    };
  }
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name !== "");
}

function toEntry({ id, checksum }: StoredSegment, { table }: SegmentData): SegmentEntry {
  return { id, checksum, chunks: table.ordinals.length, documents: toIdRuns(table.ids) };
}
