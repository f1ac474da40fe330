import type { Passage } from "../../model/passage";

/** Each further passage of one source, or of one document, counts this much less. */
const SAME_SOURCE = 0.93;
const SAME_DOCUMENT = 0.9;

/** Passages in the order they should be shown: the best first, but no source and no document before all others. */
export function spreadSources(passages: readonly Passage[]): readonly Passage[] {
  const rest = [...passages];
  const spread: Passage[] = [];
  const taken = new Map<string | number, number>();
  const discounted = ({ score, document }: Passage) =>
    score *
    SAME_SOURCE ** (taken.get(document.sourceId) ?? 0) *
    SAME_DOCUMENT ** (taken.get(document.documentId) ?? 0);
  while (rest.length > 0) {
    let best = 0;
    for (const [at, passage] of rest.entries()) {
      if (discounted(passage) > discounted(rest[best] as Passage)) best = at;
    }
    const [next] = rest.splice(best, 1);
    if (!next) break;
    spread.push(next);
    for (const key of [next.document.sourceId, next.document.documentId]) {
      taken.set(key, (taken.get(key) ?? 0) + 1);
    }
  }
  return spread;
}
