import type { Document } from "../model/document";
import type { LiveReply } from "../model/live";
import type { Passage } from "../model/passage";
import type { RetrieveOptions, Retriever } from "../retrieve/retriever";
import { matchesFilter } from "./matches-filter";
import { type LiveReadingParts, readLiveDocument } from "./read-live-document";
import { type Likeness, scorePassages, type Yardstick } from "./score-passages";

export interface LiveRetrieverParts extends LiveReadingParts {
  /** Retrieval from the index. */
  readonly base: Retriever;
  readonly contextualText: Yardstick["contextualText"];
  /** The version the index answers from. */
  readonly documentOf: (sourceId: string, itemId: string) => Promise<Document | undefined>;
}

/** One ranking over the index and what sources found just now. Lives as long as one question. */
export interface LiveRetriever extends Retriever {
  /** Takes in what a source found; resolves with how many of its documents the index lacks in this version. */
  add(reply: LiveReply): Promise<number>;
}

/** Passages of one live document at most, as for one from the index. */
const PER_DOCUMENT = 3;
/** A passage that carries less of the question than this is no answer, wherever it comes from. */
const LEAST_LIKENESS = 0.2;

export function createLiveRetriever(parts: LiveRetrieverParts): LiveRetriever {
  const { base } = parts;
  const live: Document[] = [];

  async function add(reply: LiveReply): Promise<number> {
    if (!("documents" in reply)) return 0;
    const before = live.length;
    for (const found of reply.documents) {
      const indexed = await parts.documentOf(reply.sourceId, found.id);
      if (indexed && indexed.updatedAt >= found.updatedAt) continue;
      // Negative ids never meet those of the index.
      const identity = { documentId: -1 - live.length, sourceId: reply.sourceId };
      const document = await readLiveDocument(found, identity, parts);
      if (document) live.push(document);
    }
    return live.length - before;
  }

  async function retrieve(question: string, options: RetrieveOptions = {}) {
    const retrieval = await base.retrieve(question, options);
    const documents = live.filter((document) => matchesFilter(document, options.filter ?? {}));
    if (documents.length === 0) return retrieval;
    const replaced = new Set(documents.map(identityOf));
    const indexed = retrieval.passages.filter(({ document }) => !replaced.has(identityOf(document)));
    const yardstick: Yardstick = {
      ...parts,
      terms: retrieval.terms,
      query: await parts.embedder.embedQuery(question, options.signal),
      termsOf: (text) => base.terms(text),
    };
    const found = await bestPassages(documents, yardstick);
    const ranked = await rank(indexed, found, yardstick);
    return { ...retrieval, passages: ranked.slice(0, options.limit ?? 10) };
  }

  return {
    add,
    retrieve,
    suggest: (query, limit) => base.suggest(query, limit),
    highlight: (question, text) => base.highlight(question, text),
    terms: (text) => base.terms(text),
  };
}

interface Found {
  readonly passage: Passage;
  readonly likeness: Likeness;
}

/** The passages of live documents that are worth ranking, with their likeness. */
async function bestPassages(documents: readonly Document[], yardstick: Yardstick): Promise<readonly Found[]> {
  const all = documents.map((document) =>
    document.chunks.map((chunk) => ({ document, chunk, score: 0, keywordScore: 0 })),
  );
  const scored = await Promise.all(
    all.map(async (passages) => {
      const likenesses = await scorePassages(passages, yardstick);
      return passages
        .flatMap((passage, position) => {
          const likeness = likenesses[position];
          return likeness && likeness.both >= LEAST_LIKENESS ? [{ passage, likeness }] : [];
        })
        .sort((a, b) => b.likeness.both - a.likeness.both)
        .slice(0, PER_DOCUMENT);
    }),
  );
  return scored.flat();
}

/**
 * Puts live passages among those of the index: a live one's score is that of the index's best, times the ratio of
 * the two on the common yardstick. With nothing from the index the yardstick alone decides.
 */
async function rank(
  indexed: readonly Passage[],
  found: readonly Found[],
  yardstick: Yardstick,
): Promise<readonly Passage[]> {
  const [best] = indexed;
  const [bestLikeness] = best ? await scorePassages([best], yardstick) : [];
  const scale = best && bestLikeness && bestLikeness.both > 0 ? best.score / bestLikeness.both : 1;
  const keywordScale =
    best && bestLikeness && bestLikeness.keyword > 0 ? best.keywordScore / bestLikeness.keyword : 1;
  const placed = found.map(({ passage, likeness }) => ({
    ...passage,
    score: likeness.both * scale,
    keywordScore: likeness.keyword * keywordScale,
    vectorScore: likeness.vector,
  }));
  return [...indexed, ...placed].sort((a, b) => b.score - a.score);
}

function identityOf({ sourceId, itemId }: Document): string {
  return `${sourceId} ${itemId}`;
}
