import type { Passage } from "../model/passage";
import type { FoundDocument } from "./load-documents";

/** Share of the best passage's score that a further passage of its document needs. */
const MIN_RELATIVE_SCORE = 0.4;

/** The best passages of each document, in the order of the documents, at most `limit` of them. */
export function toPassages(
  found: readonly FoundDocument[],
  { limit, perDocument }: { readonly limit: number; readonly perDocument: number },
): readonly Passage[] {
  const passages: Passage[] = [];
  for (const entry of found) {
    if (passages.length >= limit) break;
    passages.push(...passagesOf(entry).slice(0, perDocument));
  }
  return passages.slice(0, limit);
}

function passagesOf({ document, hits, score }: FoundDocument): readonly Passage[] {
  const best = hits[0]?.score ?? 0;
  return hits.flatMap((hit) => {
    const chunk = document.chunks.find(({ ordinal }) => ordinal === hit.ordinal);
    if (!chunk || hit.score < best * MIN_RELATIVE_SCORE) return [];
    const { keywordScore, vectorScore } = hit;
    // The score of the document, after merging copies and age, scales those of its passages.
    const share = best === 0 ? 1 : hit.score / best;
    return [
      {
        document,
        chunk,
        score: score * share,
        keywordScore,
        ...(vectorScore !== undefined && { vectorScore }),
      },
    ];
  });
}
