import { buildKeywords } from "../keyword/build-keywords";
import type { IndexDocument, OpenIndexOptions } from "../search-index";
import { encodeSigns } from "../vector/encode-signs";
import { allocateCodes, quantiseRow, widthOf } from "../vector/quantise";
import { buildDocumentTable } from "./document-table";
import type { SegmentData } from "./segment-data";

/** A segment of new documents. Throws RangeError when a vector is not of the index's dimensions. */
export function buildSegment(documents: readonly IndexDocument[], options: OpenIndexOptions): SegmentData {
  const sorted = [...documents].sort((a, b) => a.documentId - b.documentId);
  const entries = sorted.map(({ chunks, title: _, ...entry }) => ({
    ...entry,
    ordinals: chunks.map((chunk) => chunk.ordinal),
  }));
  const texts = sorted.flatMap(({ title, author = "", chunks }) =>
    chunks.map(({ headings, text }) => ({ title, headings, body: text, author })),
  );
  const codes = allocateCodes(texts.length, widthOf(options.dimensions));
  for (const [row, { vector }] of sorted.flatMap((document) => document.chunks).entries()) {
    if (vector.length !== options.dimensions) {
      throw new RangeError(
        `Cannot index a vector of ${vector.length} dimensions: the index has ${options.dimensions}`,
      );
    }
    quantiseRow(vector, row, codes);
  }
  return {
    ...options,
    table: buildDocumentTable(entries),
    keywords: buildKeywords(texts),
    codes,
    signs: encodeSigns(codes),
  };
}
