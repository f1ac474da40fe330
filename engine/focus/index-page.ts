import type { ChunkContext, ChunkText } from "../chunk/chunker";
import type { FocusContent } from "../contract/focus";
import type { Convert } from "../convert/convert";
import type { Embedder } from "../embed/embedder";
import type { Document } from "../model/document";
import type { Content } from "../model/source-document";
import type { Clock } from "../ports/clock";
import type { SearchIndex } from "../search-index/search-index";
import { createVoyIndex } from "./create-voy-index";
import type { VoyEngine } from "./load-voy";

/** The source id that documents of a focus carry. */
export const FOCUS_SOURCE = "focus";

/** Smaller than in the persistent index: one page has few chunks, and passages should be precise. */
const TARGET_TOKENS = 200;

export interface IndexPageDeps {
  readonly voy: VoyEngine;
  readonly convert: Convert;
  readonly chunkText: ChunkText;
  readonly contextualText: (context: ChunkContext) => string;
  readonly embedder: Embedder;
  /** A new, empty index in memory. */
  readonly openIndex: () => SearchIndex;
  readonly clock: Clock;
}

export interface IndexedPage {
  readonly document: Document;
  /** What of it could not be read. */
  readonly note?: string;
  /** Answers for this page alone: words from an index in memory, vectors from voy. */
  readonly index: SearchIndex;
  free(): void;
}

/** Makes a short-lived index of one page. An empty page rejects with SkipItemError. */
export async function indexPage(
  focusId: string,
  content: FocusContent,
  deps: IndexPageDeps,
): Promise<IndexedPage> {
  const keywordIndex = deps.openIndex();
  const [documentId = 0] = keywordIndex.allocateIds(1);
  const { document, note } = await convertPage(content, { documentId, itemId: focusId }, deps);
  const contexts = document.chunks.map(({ headings, start, end }) => {
    return { title: document.title, headings, text: document.text.slice(start, end) };
  });
  const vectors = await deps.embedder.embedPassages(contexts.map(deps.contextualText));
  const chunks = document.chunks.map(({ ordinal, headings, start, end }, position) => ({
    ordinal,
    headings,
    text: document.text.slice(start, end),
    vector: vectors[position] ?? new Float32Array(deps.embedder.dimensions),
  }));
  const { sourceId, type, title, updatedAt } = document;
  keywordIndex.apply(
    keywordIndex.prepare({ add: [{ documentId, sourceId, type, title, updatedAt, chunks }], remove: [] }),
  );
  const voy = createVoyIndex(deps.voy, vectors);
  const index = withVectorIndex(keywordIndex, voy, document);
  return { document, index, free: () => voy.free(), ...(note !== undefined && { note }) };
}

async function convertPage(
  content: FocusContent,
  ids: { readonly documentId: number; readonly itemId: string },
  { convert, chunkText, embedder, clock }: IndexPageDeps,
): Promise<Pick<IndexedPage, "document" | "note">> {
  const { title, url } = content;
  const now = clock.now();
  const isFile = content.kind === "file" || content.kind === "image";
  const source = { type: isFile ? "file" : "page", title, url, updatedAt: now } as const;
  const {
    title: ownTitle,
    note,
    ...converted
  } = await convert({
    ...source,
    id: ids.itemId,
    version: "",
    ...(isFile && { fileName: title }),
    content: toContent(content),
  });
  const document: Document = {
    ...source,
    ...ids,
    sourceId: FOCUS_SOURCE,
    title: ownTitle ?? title,
    indexedAt: now,
    text: converted.text,
    format: converted.format,
    ...(converted.author !== undefined && { author: converted.author }),
    ...(converted.pages && { pages: converted.pages }),
    chunks: chunkText(converted, {
      countTokens: (stretch) => embedder.countTokens(stretch),
      targetTokens: TARGET_TOKENS,
    }),
  };
  return { document, ...(note !== undefined && { note }) };
}

function toContent(content: FocusContent): Content {
  if (content.kind === "image") return { kind: "image", text: content.text };
  const { mediaType } = content;
  if (content.kind === "file")
    return { kind: "bytes", bytes: content.bytes, ...(mediaType && { mediaType }) };
  const { text, note } = content;
  return { kind: "text", mediaType, text, ...(note !== undefined && { note }) };
}

function withVectorIndex(
  keywordIndex: SearchIndex,
  voy: ReturnType<typeof createVoyIndex>,
  document: Document,
): SearchIndex {
  return {
    embedderId: keywordIndex.embedderId,
    dimensions: keywordIndex.dimensions,
    stats: () => keywordIndex.stats(),
    allocateIds: (count) => keywordIndex.allocateIds(count),
    prepare: (batch) => keywordIndex.prepare(batch),
    apply: (change) => keywordIndex.apply(change),
    prepareMerge: () => keywordIndex.prepareMerge(),
    keyword: (query, options) => keywordIndex.keyword(query, options),
    vector: (query, { limit }) =>
      voy.search(query, limit).flatMap(({ position, score }) => {
        const chunk = document.chunks[position];
        return chunk ? [{ documentId: document.documentId, ordinal: chunk.ordinal, score }] : [];
      }),
    suggest: (query, options) => keywordIndex.suggest(query, options),
    terms: (query) => keywordIndex.terms(query),
    finder: (terms) => keywordIndex.finder(terms),
    highlight: (query, text) => keywordIndex.highlight(query, text),
  };
}
