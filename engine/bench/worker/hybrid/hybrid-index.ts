import { createVectorSet } from "../../data/vector-set";
import { createWorkDocuments, type WorkDocuments } from "../../data/work-documents";
import { createOursIndex, type OursIndex } from "../../peers/ours-index";
import type { BlobStore } from "../blob-store";
import { BATCH, SEED } from "../constants";
import { loadText } from "../load-text";
import { timed } from "../timed";

/** What hybrid questions are made of: a person asks in words, the embedder gives the vector. */
export interface Question {
  readonly text: string;
  readonly vector: Float32Array;
}

export interface HybridData {
  readonly documents: WorkDocuments;
  /** Two-term and sentence questions in turn. */
  readonly questions: readonly Question[];
  readonly short: readonly string[];
  readonly long: readonly string[];
}

export interface GrowthTimes {
  /** Of indexing, merging included. */
  readonly buildMs: number;
  readonly mergeMs: number;
  readonly commitMs: number;
}

export interface HybridIndex {
  readonly ours: OursIndex;
  /** Adds chunks until there are `size`, and returns the milliseconds it took. */
  growTo(size: number): Promise<GrowthTimes>;
}

export async function createHybridData(
  count: number,
  dimensions: number,
  queries: number,
): Promise<HybridData> {
  const texts = await loadText(count);
  const vectors = createVectorSet({ dimensions, count, seed: SEED });
  const short = texts.shortQueries(queries);
  const long = texts.longQueries(queries);
  const questions = vectors.queries(queries).map((vector, at) => ({
    text: (at % 2 === 0 ? short[at] : long[at]) ?? "",
    vector,
  }));
  return { documents: createWorkDocuments(texts, vectors, SEED), questions, short, long };
}

export async function createHybridIndex(
  { documents }: HybridData,
  dimensions: number,
  store: BlobStore,
): Promise<HybridIndex> {
  const ours = await createOursIndex(dimensions);
  let size = 0;
  return {
    ours,
    async growTo(wanted) {
      let buildMs = 0;
      let mergeMs = 0;
      let commitMs = 0;
      while (size < wanted) {
        const count = Math.min(BATCH, wanted - size);
        const add = documents.indexed(size, count);
        ours.index.allocateIds(add.length);
        buildMs += await timed(() => ours.change({ add, remove: [] }));
        mergeMs += await timed(ours.merge);
        commitMs += await timed(() => ours.commit(store));
        size += count;
      }
      return { buildMs: buildMs + mergeMs, mergeMs, commitMs };
    },
  };
}
