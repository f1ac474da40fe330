import type { Passage } from "../../../model/passage";

/** Factors of the score of each further passage of one source, and of one document. */
const SAME_SOURCE_DISCOUNT = 0.93;
const SAME_DOCUMENT_DISCOUNT = 0.9;

/** Orders passages by score, discounted so that no source and no document fills the top. */
export function diversify(passages: readonly Passage[]): readonly Passage[] {
  const rest = [...passages];
  const ordered: Passage[] = [];
  const counts = new Map<string | number, number>();
  const discountedScore = ({ score, document }: Passage) =>
    score *
    SAME_SOURCE_DISCOUNT ** (counts.get(document.sourceId) ?? 0) *
    SAME_DOCUMENT_DISCOUNT ** (counts.get(document.documentId) ?? 0);
  while (rest.length > 0) {
    let best = 0;
    for (const [position, passage] of rest.entries()) {
      if (discountedScore(passage) > discountedScore(rest[best] as Passage)) best = position;
    }
    const [next] = rest.splice(best, 1);
    if (!next) break;
    ordered.push(next);
    for (const key of [next.document.sourceId, next.document.documentId]) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return ordered;
}
