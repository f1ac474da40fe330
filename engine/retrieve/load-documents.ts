import type { Document } from "../model/document";
import type { FusedHit } from "./fuse-hits";

/** Where documents are kept. A deleted document is undefined from the moment of its deletion. */
export interface DocumentRows {
  documents(documentIds: readonly number[]): Promise<readonly (Document | undefined)[]>;
}

/** A found document with its hits, best first. `score` is that of the best. */
export interface FoundDocument {
  readonly document: Document;
  readonly hits: readonly FusedHit[];
  readonly score: number;
}

/**
 * Groups hits, best first, by document and loads the first `limit` documents that still exist: documents deleted since the
 * index was written are left out.
 */
export async function loadDocuments(
  hits: readonly FusedHit[],
  limit: number,
  rows: DocumentRows,
): Promise<readonly FoundDocument[]> {
  const groups = [...groupByDocument(hits)];
  const found: FoundDocument[] = [];
  for (let begin = 0; begin < groups.length && found.length < limit; begin += limit) {
    const batch = groups.slice(begin, begin + limit);
    const documents = await rows.documents(batch.map(([documentId]) => documentId));
    for (const [position, [, documentHits]] of batch.entries()) {
      const document = documents[position];
      const best = documentHits[0];
      if (document && best) found.push({ document, hits: documentHits, score: best.score });
    }
  }
  return found.slice(0, limit);
}

function groupByDocument(hits: readonly FusedHit[]): Map<number, FusedHit[]> {
  const groups = new Map<number, FusedHit[]>();
  for (const hit of hits) {
    const group = groups.get(hit.documentId);
    if (group) group.push(hit);
    else groups.set(hit.documentId, [hit]);
  }
  return groups;
}
