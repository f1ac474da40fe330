import { chunkText } from "../chunk/chunk-text";
import { contextualText } from "../chunk/contextual-text";
import type { Embedder } from "../embed/embedder";
import { indexText, type UnindexedDocument } from "../indexing/index-text";
import type { Document } from "../model/document";
import type { ChunkHit } from "../model/hit";
import type { Clock } from "../ports/clock";
import { createRetriever, type SearchedIndex } from "../retrieve/create-retriever";
import type { DocumentRows } from "../retrieve/load-documents";
import { createReranker } from "../retrieve/rerank/create-reranker";
import type { Retriever } from "../retrieve/retriever";
import { openSearchIndex } from "../search-index/open-search-index";
import type { IndexDocument, SearchIndex } from "../search-index/search-index";

export interface CorpusDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly format: Document["format"];
}

export interface IndexCorpusOptions {
  readonly embedder: Embedder;
  readonly clock: Clock;
  readonly kernel?: WebAssembly.Module;
}

/** An indexed corpus; `itemId` of its documents is the corpus id. */
export interface CorpusIndex {
  readonly index: SearchedIndex & Pick<SearchIndex, "finder">;
  readonly rows: DocumentRows;
  /** Documents by corpus id. */
  readonly documents: ReadonlyMap<string, Document>;
}

/** The product's retriever over a corpus. */
export interface CorpusRetriever extends Retriever {
  /** The retriever without these documents; document frequencies stay the same. */
  without(gone: ReadonlySet<string>): Retriever;
}

/**
 * Indexes a corpus by the product's own steps (chunk, embed, index) and returns its retriever. Recency is off, because
 * the corpus has no dates, and duplicates are kept, because each is judged.
 */
export async function indexCorpus(
  corpus: readonly CorpusDocument[],
  options: IndexCorpusOptions,
): Promise<CorpusRetriever> {
  const opened = await openCorpus(corpus, options);
  return {
    ...retrieverOf(opened, options),
    without: (gone) => retrieverOf(withoutDocuments(opened, gone), options),
  };
}

function retrieverOf(
  { index, rows }: CorpusIndex,
  { embedder, clock }: Pick<IndexCorpusOptions, "embedder" | "clock">,
): Retriever {
  const reranker = createReranker({ index, embedder, contextualText });
  return createRetriever({ index, rows, embedder, clock, reranker, recency: false, removeDuplicates: false });
}

/** Removes these documents from the results of scans, so that no later step sees them. */
function withoutDocuments(corpus: CorpusIndex, gone: ReadonlySet<string>): CorpusIndex {
  const documents = [...gone].flatMap((id) => corpus.documents.get(id) ?? []);
  const ids = new Set(documents.map(({ documentId }) => documentId));
  const spare = documents.reduce((sum, { chunks }) => sum + chunks.length, 0);
  const scan = (find: (limit: number) => readonly ChunkHit[], limit: number) =>
    find(limit + spare)
      .filter(({ documentId }) => !ids.has(documentId))
      .slice(0, limit);
  const { index } = corpus;
  return {
    ...corpus,
    index: {
      keyword: (query, options) =>
        scan((limit) => index.keyword(query, { ...options, limit }), options.limit),
      vector: (query, options) => scan((limit) => index.vector(query, { ...options, limit }), options.limit),
      suggest: (query, options) =>
        scan((limit) => index.suggest(query, { ...options, limit }), options.limit),
      terms: (query) => index.terms(query),
      highlight: (query, text) => index.highlight(query, text),
      finder: (terms) => index.finder(terms),
    },
  };
}

/** Chunks, embeds and indexes a corpus, in memory. */
export async function openCorpus(
  corpus: readonly CorpusDocument[],
  { embedder, kernel }: Omit<IndexCorpusOptions, "clock">,
): Promise<CorpusIndex> {
  const { index } = openSearchIndex({
    manifest: undefined,
    segments: [],
    embedderId: embedder.id,
    dimensions: embedder.dimensions,
    ...(kernel && { kernel }),
  });
  const rows = new Map<number, Document>();
  const byCorpusId = new Map<string, Document>();
  const add: IndexDocument[] = [];
  const { signal } = new AbortController();
  const options = { index, embedder, chunkText, contextualText, pace: async () => {} };
  for (const entry of corpus) {
    // Some benchmark entries are empty; the product skips such documents too.
    if (`${entry.title}${entry.text}`.trim() === "") continue;
    const indexed = await indexText(options, toUnindexed(entry), signal);
    rows.set(indexed.document.documentId, indexed.document);
    byCorpusId.set(entry.id, indexed.document);
    add.push(indexed.indexDocument);
  }
  index.apply(index.prepare({ add, remove: [] }));
  const documents = async (ids: readonly number[]) => ids.map((id) => rows.get(id));
  return { index, rows: { documents }, documents: byCorpusId };
}

function toUnindexed({ id, title, text, format }: CorpusDocument): UnindexedDocument {
  return {
    sourceId: "corpus",
    itemId: id,
    type: "file",
    title,
    url: "",
    updatedAt: 0,
    indexedAt: 0,
    text: text.trim() === "" ? title : text,
    format,
  };
}
