import type { Embedder } from "../embed/embedder";
import type { Filter } from "../model/filter";
import type { ChunkHit } from "../model/hit";
import type { Clock } from "../ports/clock";
import type { SearchIndex } from "../search-index/search-index";
import type { RetrievalMode } from "./retriever";

export interface ScanRequest {
  readonly mode: RetrievalMode;
  /** Candidates of each scan. */
  readonly limit: number;
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
}

export interface Candidates {
  readonly keyword: readonly ChunkHit[];
  readonly vector: readonly ChunkHit[];
  /** Milliseconds. */
  readonly timings: { readonly embed: number; readonly search: number };
}

export interface ScanDeps {
  readonly index: Pick<SearchIndex, "keyword" | "vector">;
  readonly embedder: Embedder;
  readonly clock: Clock;
}

/** Runs the scans of the mode. */
export async function scanCandidates(
  question: string,
  request: ScanRequest,
  { index, embedder, clock }: ScanDeps,
): Promise<Candidates> {
  const begin = clock.now();
  const query = request.mode === "keyword" ? undefined : await embedder.embedQuery(question, request.signal);
  request.signal?.throwIfAborted();
  const embedded = clock.now();
  const scan = { limit: request.limit, ...(request.filter && { filter: request.filter }) };
  const keyword = request.mode === "vector" ? [] : index.keyword(question, scan);
  // A question without a known token has the zero vector, which is equally similar to everything.
  const vector = query?.some((value) => value !== 0) ? index.vector(query, scan) : [];
  return { keyword, vector, timings: { embed: embedded - begin, search: clock.now() - embedded } };
}
