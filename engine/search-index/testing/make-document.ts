import type { IndexDocument } from "../search-index";

/** A document of one chunk with a vector of two dimensions. */
export function makeDocument(
  documentId: number,
  text: string,
  more: Partial<IndexDocument> = {},
): IndexDocument {
  const vector = new Float32Array([documentId % 2, (documentId + 1) % 2]);
  const chunks = [{ ordinal: 0, headings: [], text, vector }];
  return { documentId, sourceId: "files", type: "file", title: "", updatedAt: 0, chunks, ...more };
}
