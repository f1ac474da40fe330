import type { Filter } from "../model/filter";
import type { Arena } from "./kernel/arena";
import type { KeywordData } from "./keyword/keyword-data";
import { PostingsCursor } from "./keyword/postings/postings-cursor";
import { toBounds } from "./keyword/scoring/bm25";
import type { OpenIndexOptions } from "./search-index";
import type { DocumentTable } from "./segment/document-table";
import { findDead, findLiveRows, hasRow, type LiveRows } from "./segment/live-rows";
import type { SegmentData } from "./segment/segment-data";
import { selectRows } from "./segment/select-rows";
import { VectorRegion } from "./vector/vector-region";

/** A segment as it is searched: its stored arrays, its live rows, and caches of the last queries. */
export class IndexSegment {
  readonly table: DocumentTable;
  readonly keywords: KeywordData;
  /** Absent where another embedder made the vectors, which cannot be compared with those of queries. */
  readonly region: VectorRegion | undefined;
  live: LiveRows;
  #frequencies = new Map<number, number>();
  #selected: { readonly key: string; readonly mask: Uint32Array } | undefined;
  #bounds: { readonly average: number; readonly values: Float64Array } | undefined;

  constructor(
    readonly id: number,
    readonly savedBytes: number,
    data: SegmentData,
    options: OpenIndexOptions & { readonly arena: Arena; readonly dead: Uint32Array },
  ) {
    this.table = data.table;
    this.keywords = data.keywords;
    if (data.embedderId === options.embedderId && data.dimensions === options.dimensions) {
      this.region = new VectorRegion(options.arena, data.codes, data.signs);
    }
    this.live = findLiveRows(data.table, findDead(data.table, options.dead), data.keywords.lengthCodes);
  }

  get rows(): number {
    return this.table.ordinals.length;
  }

  /** Id of its first document; segments are searched and merged in this order. */
  get firstDocument(): number {
    return this.table.ids[0] ?? 0;
  }

  setDead(dead: Uint32Array): void {
    const found = findDead(this.table, dead);
    // Documents are never revived, so an equal count means equal sets.
    if (found.length === this.live.dead.length) return;
    this.live = findLiveRows(this.table, found, this.keywords.lengthCodes);
    this.#frequencies.clear();
    this.#selected = undefined;
  }

  /** Live rows that match the filter, one bit a row. */
  select(filter: Filter | undefined): Uint32Array {
    if (!filter) return this.live.mask;
    const key = JSON.stringify(filter);
    if (this.#selected?.key !== key) {
      this.#selected = { key, mask: selectRows(this.table, this.live.mask, filter) };
    }
    return this.#selected.mask;
  }

  openPostings(term: number): PostingsCursor {
    const { dictionary, postings } = this.keywords;
    return new PostingsCursor(postings, dictionary.postingsStarts[term] as number);
  }

  /** Number of live rows with the term; cached until the next deletion. */
  frequencyOf(term: number): number {
    if (this.live.rows === this.rows) return this.openPostings(term).total;
    const known = this.#frequencies.get(term);
    if (known !== undefined) return known;
    const counted = this.#countLive(term);
    this.#frequencies.set(term, counted);
    return counted;
  }

  /** See `toBounds`; cached as long as the average length is the same. */
  boundsAt(average: number): Float64Array {
    if (this.#bounds?.average !== average) {
      this.#bounds = { average, values: toBounds(this.keywords.averageLength, average) };
    }
    return this.#bounds.values;
  }

  get memoryBytes(): number {
    const { dictionary, postings, lengthCodes } = this.keywords;
    const { names: _, ...columns } = this.table;
    const arrays = [
      ...Object.values(columns),
      ...[dictionary.bytes, dictionary.termStarts, dictionary.postingsStarts, postings, lengthCodes],
      this.live.mask,
    ];
    return arrays.reduce((sum, { byteLength }) => sum + byteLength, this.region?.heapBytes ?? 0);
  }

  free(): void {
    this.region?.free();
  }

  #countLive(term: number): number {
    let count = 0;
    this.openPostings(term).visitRows((row) => {
      if (hasRow(this.live.mask, row)) count++;
    });
    return count;
  }
}
