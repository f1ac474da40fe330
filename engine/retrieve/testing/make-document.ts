import type { Document } from "../../model/document";

/** A stored document of one chunk that covers its text; any field can be set. */
export function makeDocument(fields: Partial<Document> & Pick<Document, "documentId">): Document {
  const text = fields.text ?? `Text of document ${fields.documentId}.`;
  return {
    sourceId: "notes",
    itemId: `item-${fields.documentId}`,
    type: "file",
    title: `Document ${fields.documentId}`,
    url: "",
    updatedAt: 0,
    indexedAt: 0,
    text,
    format: "markdown",
    chunks: [{ ordinal: 0, start: 0, end: text.length, headings: [] }],
    ...fields,
  };
}
