import type { Embedder } from "../embed/embedder";
import type { Document } from "../model/document";
import type { Filter } from "../model/filter";
import type { Passage } from "../model/passage";
import type { Clock } from "../ports/clock";
import type { SearchIndex } from "../search-index/search-index";
import { dedupe } from "./dedupe";
import { type FusionWeights, fuseHits } from "./fuse-hits";
import { type DocumentRows, type FoundDocument, loadDocuments } from "./load-documents";
import { preferRecent } from "./prefer-recent";
import { rerankDocuments } from "./rerank/rerank-documents";
import type { Reranker } from "./rerank/reranker";
import type { Retrieval, RetrieveOptions, Retriever } from "./retriever";
import { scanCandidates } from "./scan-candidates";
import { toPassages } from "./to-passages";

/**
 * Best mean nDCG@10 of the weights 0.5, 0.6, 0.7 and 0.8 on four development sets (Cranfield, Vaswani, a
 * company handbook, conversational questions). Reciprocal-rank fusion (k = 60) did worse on all four, and
 * with equal weights worse than keyword search alone.
 */
const FUSION_WEIGHTS: FusionWeights = { keyword: 0.7, vector: 0.3 };
/**
 * Of each scan. With five candidates for each passage, recall@100 is above that of keyword search alone on all four sets
 * (with two it was below it on the handbook); more gain nothing. 200 give ten passages the mean nDCG@10 that 1,000 give
 * them, in half the time.
 */
const CANDIDATES_PER_PASSAGE = 5;
const MIN_CANDIDATES = 200;
/** Documents loaded for each passage wanted, because some are deleted or are duplicates. */
const OVERFETCH_FACTOR = 1.5;

/** The part of an index that retrieval uses. */
export type SearchedIndex = Pick<
  SearchIndex,
  "keyword" | "vector" | "suggest" | "newest" | "terms" | "highlight" | "revision"
>;

export interface RetrieverDeps {
  readonly index: SearchedIndex;
  readonly embedder: Embedder;
  readonly rows: DocumentRows;
  readonly clock: Clock;
  /** Reorders the best hits; without one they stay in the fused order. */
  readonly reranker?: Reranker;
  /** Whether newer documents win near-ties; true by default. */
  readonly recency?: boolean;
  /** Whether copies of a document are shown as one; true by default. Benchmarks judge every copy. */
  readonly removeDuplicates?: boolean;
}

/** Hybrid retrieval: scan, fuse, load, rerank, remove duplicates, break ties by age. */
export function createRetriever(deps: RetrieverDeps): Retriever {
  const { index, rows, clock, reranker, recency = true, removeDuplicates = true } = deps;

  function rankDocuments(found: readonly FoundDocument[]): readonly FoundDocument[] {
    const distinct = removeDuplicates ? dedupe(found) : found;
    return recency ? preferRecent(distinct, clock.now()) : distinct;
  }

  /** Repeats an attempt when a commit ended meanwhile, which removes the rows of replaced documents. */
  async function retryAfterCommit<T>(attempt: () => Promise<T>): Promise<T> {
    const { revision } = index;
    const result = await attempt();
    return index.revision === revision ? result : attempt();
  }

  async function retrieve(question: string, options: RetrieveOptions = {}): Promise<Retrieval> {
    const { limit = 10, perDocument = 3, mode = "hybrid", rerank = true, filter, signal } = options;
    const candidates = await scanCandidates(
      question,
      {
        mode,
        limit: Math.max(MIN_CANDIDATES, limit * CANDIDATES_PER_PASSAGE),
        ...(filter && { filter }),
        ...(signal && { signal }),
      },
      deps,
    );
    const begin = clock.now();
    const hits = fuseHits(candidates.keyword, candidates.vector, FUSION_WEIGHTS);
    const activeReranker = mode === "hybrid" && rerank ? reranker : undefined;
    const found = await loadDocuments(hits, Math.max(withOverfetch(limit), activeReranker?.depth ?? 0), rows);
    const loaded = clock.now();
    const ranked = activeReranker
      ? await rerankDocuments(question, found, { reranker: activeReranker, signal })
      : found;
    const reranked = clock.now();
    const passages = toPassages(rankDocuments(ranked), { limit, perDocument });
    signal?.throwIfAborted();
    const { embed, search } = candidates.timings;
    const timings = { embed, search: search + clock.now() - begin - (reranked - loaded) };
    return {
      passages,
      terms: index.terms(question),
      timings: { ...timings, ...(activeReranker && { rerank: reranked - loaded }) },
    };
  }

  async function suggest(query: string, limit: number): Promise<readonly Passage[]> {
    const hits = fuseHits(index.suggest(query, { limit: limit * 5 }), [], { keyword: 1, vector: 0 });
    const found = await loadDocuments(hits, withOverfetch(limit), rows);
    return toPassages(rankDocuments(found), { limit, perDocument: 1 });
  }

  async function newest(limit: number, filter?: Filter): Promise<readonly Document[]> {
    const found = index.newest?.({ limit: withOverfetch(limit), ...(filter && { filter }) }) ?? [];
    const documents = await rows.documents(found);
    return documents.flatMap((document) => document ?? []).slice(0, limit);
  }

  return {
    retrieve: (question, options) => retryAfterCommit(() => retrieve(question, options)),
    suggest: (query, limit) => retryAfterCommit(() => suggest(query, limit)),
    ...(index.newest && {
      newest: (limit: number, filter?: Filter) => retryAfterCommit(() => newest(limit, filter)),
    }),
    highlight: (question, text) => index.highlight(question, text),
    terms: (text) => index.terms(text),
  };
}

function withOverfetch(limit: number): number {
  return Math.ceil(limit * OVERFETCH_FACTOR);
}
