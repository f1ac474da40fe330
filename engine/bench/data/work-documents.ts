import type { Document } from "../../model/document";
import type { Filter } from "../../model/filter";
import type { IndexDocument } from "../../search-index/search-index";
import { DAY_MS } from "../../util/durations";
import type { TextSet } from "./text-set";
import type { VectorSet } from "./vector-set";
import { CHUNKS_PER_DOCUMENT, createWorkFields, NOW } from "./work-fields";

/** A person's work: documents of several chunks with the fields that filters look at. */
export interface WorkDocuments {
  /** Documents that hold chunks `[first, first + count)`; both are multiples of a document's chunks. */
  indexed(first: number, count: number): readonly IndexDocument[];
  /** The stored row of a document, as the retriever loads it. */
  row(documentId: number): Document;
}

export function createWorkDocuments(texts: TextSet, vectors: VectorSet, seed: number): WorkDocuments {
  const fieldsOf = createWorkFields(texts, seed);

  return {
    indexed(first, count) {
      const rows = vectors.rows(first, count);
      const dimensions = rows.length / count;
      return Array.from({ length: count / CHUNKS_PER_DOCUMENT }, (_, at) => {
        const fields = fieldsOf(first / CHUNKS_PER_DOCUMENT + at + 1);
        const chunks = Array.from({ length: CHUNKS_PER_DOCUMENT }, (_, ordinal) => {
          const chunk = at * CHUNKS_PER_DOCUMENT + ordinal;
          return {
            ordinal,
            headings: ["Notes"],
            text: texts.text(first + chunk),
            vector: rows.subarray(chunk * dimensions, (chunk + 1) * dimensions),
          };
        });
        return { ...fields, chunks };
      });
    },
    row(documentId) {
      const first = (documentId - 1) * CHUNKS_PER_DOCUMENT;
      const parts = texts.texts(first, CHUNKS_PER_DOCUMENT);
      let end = 0;
      const chunks = parts.map((part, ordinal) => {
        const start = end;
        end += part.length + 1;
        return { ordinal, start, end: Math.min(end, start + part.length + 1), headings: ["Notes"] };
      });
      const fields = fieldsOf(documentId);
      return {
        ...fields,
        itemId: String(documentId),
        url: `https://example.com/${documentId}`,
        indexedAt: NOW,
        text: parts.join("\n"),
        format: "plain",
        chunks,
      };
    },
  };
}

/** Filters as people set them, from none over broad to narrow; queries take them in turn. */
export const WORK_FILTERS: readonly Filter[] = [
  {},
  { sourceIds: ["source-1"] },
  { types: ["issue", "mail"] },
  { updatedAfter: NOW - 365 * DAY_MS },
  { authors: ["author-7", "author-8", "author-9"] },
  { containers: ["container-3"] },
  { sourceIds: ["source-0", "source-2", "source-4"], types: ["page"], updatedAfter: NOW - 2 * 365 * DAY_MS },
];
