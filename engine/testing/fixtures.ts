import type { Citation } from "../model/answer";
import type { Document } from "../model/document";
import type { IndexChange } from "../model/index-change";
import type { PullPage } from "../model/pull-page";
import type { Source } from "../model/source";
import type { SourceDocument } from "../model/source-document";

/** Fixtures of the model's types; each takes the fields that matter to a test. */
export function sourceFixture(fields: Partial<Source> = {}): Source {
  return {
    id: "notes",
    connectorId: "folder",
    label: "Notes",
    settings: {},
    state: "idle",
    dueAt: 0,
    addedAt: 0,
    ...fields,
  };
}

export function sourceDocumentFixture(
  fields: Partial<SourceDocument> & { readonly text?: string } = {},
): SourceDocument {
  const { text = "Some words", ...rest } = fields;
  return {
    id: "a.txt",
    type: "file",
    title: "a",
    url: "file:///a.txt",
    version: "1",
    updatedAt: 0,
    content: { kind: "text", mediaType: "text/plain", text },
    ...rest,
  };
}

export function pullPageFixture(fields: Partial<PullPage> = {}): PullPage {
  return { documents: [], deletions: [], failures: [], cursor: "1", done: true, ...fields };
}

export function documentFixture(fields: Partial<Document> = {}): Document {
  const text = fields.text ?? "Some words";
  return {
    documentId: 1,
    sourceId: "notes",
    itemId: "a.txt",
    type: "file",
    title: "a",
    url: "file:///a.txt",
    updatedAt: 0,
    indexedAt: 0,
    text,
    format: "plain",
    chunks: [{ ordinal: 0, start: 0, end: text.length, headings: [] }],
    ...fields,
  };
}

/** A citation of "It ships on Monday." in a bookmark. */
export function citationFixture(fields: Partial<Citation> = {}): Citation {
  return {
    n: 1,
    title: "Release notes",
    url: "https://a.example/notes",
    quote: "ships on Monday",
    source: "Bookmarks",
    updatedAt: "2026-05-17T12:00:00.000Z",
    sourceId: "s1",
    itemId: "i1",
    start: 4,
    end: 19,
    passage: { text: "It ships on Monday.", highlights: [[3, 18]] },
    ...fields,
  };
}

/** A change that writes the named segments, one byte each. */
export function indexChangeFixture(
  segmentIds: readonly number[] = [],
  fields: Partial<IndexChange> = {},
): IndexChange {
  return {
    putSegments: segmentIds.map((id) => ({ id, checksum: id, buffers: { ids: new ArrayBuffer(1) } })),
    dropSegments: [],
    manifest: {
      formatVersion: 1,
      embedderId: "test",
      dimensions: 2,
      segments: segmentIds.map((id) => ({
        id,
        checksum: id,
        chunks: 1,
        documents: new Uint32Array([id, id]),
      })),
      tombstones: new Uint32Array(),
      nextSegmentId: Math.max(0, ...segmentIds) + 1,
      nextDocumentId: 1,
    },
    ...fields,
  };
}
