import type { Document } from "../model/document";
import type { Filter } from "../model/filter";
import type { LiveReply } from "../model/live";
import type { Passage } from "../model/passage";
import type { RetrieveOptions, Retriever } from "../retrieve/retriever";
import { convertLiveDocument, type LiveDocumentDeps } from "./convert-live-document";
import { type ScoringContext, type Similarity, scorePassages } from "./score-passages";

export interface LiveRetrieverDeps extends LiveDocumentDeps {
  /** Retrieval from the index. */
  readonly base: Retriever;
  readonly contextualText: ScoringContext["contextualText"];
  /** The version of a document that is in the index. */
  readonly documentOf: (sourceId: string, itemId: string) => Promise<Document | undefined>;
}

/** Ranks the index and the findings of live search together. One is created for each question. */
export interface LiveRetriever extends Retriever {
  /** Adds the documents of a reply; resolves with the number of those that the index lacks in this version. */
  add(reply: LiveReply): Promise<number>;
}

/** As for documents of the index. */
const MAX_PASSAGES_PER_DOCUMENT = 3;
/** Passages below it are left out. */
const MIN_SIMILARITY = 0.2;

export function createLiveRetriever(deps: LiveRetrieverDeps): LiveRetriever {
  const { base } = deps;
  const liveDocuments: Document[] = [];

  async function add(reply: LiveReply): Promise<number> {
    if (!("documents" in reply)) return 0;
    const before = liveDocuments.length;
    for (const found of reply.documents) {
      const indexed = await deps.documentOf(reply.sourceId, found.id);
      if (indexed && indexed.updatedAt >= found.updatedAt) continue;
      // Negative ids cannot collide with those of the index.
      const identity = { documentId: -1 - liveDocuments.length, sourceId: reply.sourceId };
      const document = await convertLiveDocument(found, identity, deps);
      if (document) liveDocuments.push(document);
    }
    return liveDocuments.length - before;
  }

  async function retrieve(question: string, options: RetrieveOptions = {}) {
    const retrieval = await base.retrieve(question, options);
    const documents = liveDocuments.filter((document) => matchesFilter(document, options.filter ?? {}));
    if (documents.length === 0) return retrieval;
    const replaced = new Set(documents.map(identityOf));
    const indexed = retrieval.passages.filter(({ document }) => !replaced.has(identityOf(document)));
    const context: ScoringContext = {
      ...deps,
      terms: retrieval.terms,
      query: await deps.embedder.embedQuery(question, options.signal),
      termsOf: (text) => base.terms(text),
    };
    const found = await bestPassages(documents, context);
    const ranked = await mergeRankings(indexed, found, context);
    return { ...retrieval, passages: ranked.slice(0, options.limit ?? 10) };
  }

  return {
    add,
    retrieve,
    suggest: (query, limit) => base.suggest(query, limit),
    ...(base.newest && { newest: base.newest }),
    highlight: (question, text) => base.highlight(question, text),
    terms: (text) => base.terms(text),
  };
}

interface ScoredPassage {
  readonly passage: Passage;
  readonly similarity: Similarity;
}

/** The passages of live documents with sufficient similarity, best first for each document. */
async function bestPassages(
  documents: readonly Document[],
  context: ScoringContext,
): Promise<readonly ScoredPassage[]> {
  const all = documents.map((document) =>
    document.chunks.map((chunk) => ({ document, chunk, score: 0, keywordScore: 0 })),
  );
  const scored = await Promise.all(
    all.map(async (passages) => {
      const similarities = await scorePassages(passages, context);
      return passages
        .flatMap((passage, position) => {
          const similarity = similarities[position];
          return similarity && similarity.combined >= MIN_SIMILARITY ? [{ passage, similarity }] : [];
        })
        .sort((a, b) => b.similarity.combined - a.similarity.combined)
        .slice(0, MAX_PASSAGES_PER_DOCUMENT);
    }),
  );
  return scored.flat();
}

/**
 * Merges live passages into those of the index. The score of a live one is that of the index's best, times the ratio of
 * their similarities. Without passages of the index the similarity is the score.
 */
async function mergeRankings(
  indexed: readonly Passage[],
  found: readonly ScoredPassage[],
  context: ScoringContext,
): Promise<readonly Passage[]> {
  const [best] = indexed;
  const [bestSimilarity] = best ? await scorePassages([best], context) : [];
  const scale =
    best && bestSimilarity && bestSimilarity.combined > 0 ? best.score / bestSimilarity.combined : 1;
  const keywordScale =
    best && bestSimilarity && bestSimilarity.keyword > 0 ? best.keywordScore / bestSimilarity.keyword : 1;
  const rescaled = found.map(({ passage, similarity }) => ({
    ...passage,
    score: similarity.combined * scale,
    keywordScore: similarity.keyword * keywordScale,
    vectorScore: similarity.vector,
  }));
  return [...indexed, ...rescaled].sort((a, b) => b.score - a.score);
}

/** Whether a live document passes a filter, by the same rules as inside a scan. */
function matchesFilter(document: Document, filter: Filter): boolean {
  const { sourceIds, types, authors, containers, updatedAfter, updatedBefore } = filter;
  return (
    (sourceIds?.includes(document.sourceId) ?? true) &&
    (types?.includes(document.type) ?? true) &&
    (authors?.includes(document.author ?? "") ?? true) &&
    (containers?.some((name) => document.container?.includes(name)) ?? true) &&
    document.updatedAt >= (updatedAfter ?? Number.NEGATIVE_INFINITY) &&
    document.updatedAt < (updatedBefore ?? Number.POSITIVE_INFINITY)
  );
}

function identityOf({ sourceId, itemId }: Document): string {
  return `${sourceId} ${itemId}`;
}
