import { compareHits } from "../fuse-hits";
import type { FoundDocument } from "../load-documents";
import type { RerankCandidate, Reranker } from "./reranker";

/**
 * Documents and their hits in the order of the reranker's scores. Those beyond its depth follow in their own order.
 * Rejects with an AbortError once `signal` is aborted.
 */
export async function rerankDocuments(
  question: string,
  found: readonly FoundDocument[],
  { reranker, signal }: { readonly reranker: Reranker; readonly signal?: AbortSignal | undefined },
): Promise<readonly FoundDocument[]> {
  const candidates = found
    .flatMap(candidatesOf)
    .sort((a, b) => compareHits(a.hit, b.hit))
    .slice(0, reranker.depth);
  const last = candidates.at(-1);
  if (!last) return found;
  const scores = await reranker.score(question, candidates, signal);
  signal?.throwIfAborted();
  const scoreByHit = new Map(candidates.map(({ hit }, position) => [hit, scores[position] ?? 0]));
  const scale = last.hit.score === 0 ? 0 : Math.min(...scores) / last.hit.score;
  return found
    .map(({ document, hits }) => {
      const rescored = hits
        .map((hit) => ({ ...hit, score: scoreByHit.get(hit) ?? hit.score * scale }))
        .sort(compareHits);
      return { document, hits: rescored, score: rescored[0]?.score ?? 0 };
    })
    .sort((a, b) => b.score - a.score || a.document.documentId - b.document.documentId);
}

function candidatesOf({ document, hits }: FoundDocument): readonly RerankCandidate[] {
  const chunks = new Map(document.chunks.map((chunk) => [chunk.ordinal, chunk]));
  return hits.flatMap((hit) => {
    const chunk = chunks.get(hit.ordinal);
    return chunk ? [{ document, chunk, hit }] : [];
  });
}
