import type { FusedHit } from "./fuse-hits";

/** Best first; equal scores keep the order of document and chunk, so that results are stable. */
export function compareHits(a: FusedHit, b: FusedHit): number {
  return b.score - a.score || a.documentId - b.documentId || a.ordinal - b.ordinal;
}
