import type { ChunkHit } from "../../model/hit";
import type { ScanOptions, SearchIndex } from "../../search-index/search-index";

export interface FakeHits {
  readonly keyword?: readonly ChunkHit[];
  readonly vector?: readonly ChunkHit[];
  readonly suggest?: readonly ChunkHit[];
}

/** A search index with given hits that records the options of every scan. */
export function createFakeSearchIndex(hits: FakeHits): SearchIndex & { readonly scans: ScanOptions[] } {
  const scans: ScanOptions[] = [];
  const scan = (found: readonly ChunkHit[] = [], options: ScanOptions) => {
    scans.push(options);
    return found.slice(0, options.limit);
  };
  const unused = () => {
    throw new TypeError("The fake search index only scans");
  };
  return {
    scans,
    embedderId: "fake",
    dimensions: 2,
    stats: unused,
    allocateIds: unused,
    prepare: unused,
    apply: unused,
    prepareMerge: unused,
    keyword: (_query, options) => scan(hits.keyword, options),
    vector: (_query, options) => scan(hits.vector, options),
    suggest: (_query, options) => scan(hits.suggest, options),
    terms: (query) => query.split(" ").map((term) => ({ term, chunkFrequency: 1, weight: 1 })),
    finder: (asked) => (text) => {
      const read = text.split(" ");
      const words = read.flatMap((word, position) => (asked.includes(word) ? [position] : []));
      return {
        terms: words.map((position) => asked.indexOf(read[position] ?? "")),
        words,
        length: read.length,
      };
    },
    highlight: () => [],
  };
}
