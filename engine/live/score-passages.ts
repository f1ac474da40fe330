import type { Embedder } from "../embed/embedder";
import type { QueryTerm } from "../model/hit";
import type { Passage } from "../model/passage";
import { dotProduct } from "../util/dot-product";

/** As in retrieval, words count more than vectors. */
const KEYWORD_WEIGHT = 0.7;
const VECTOR_WEIGHT = 0.3;

/** The similarity of a passage to a question; each in 0..1. */
export interface Similarity {
  readonly keyword: number;
  readonly vector: number;
  readonly combined: number;
}

export interface ScoringContext {
  readonly terms: readonly QueryTerm[];
  readonly query: Float32Array;
  readonly embedder: Embedder;
  readonly contextualText: (context: { title: string; headings: readonly string[]; text: string }) => string;
  /** The normalised terms of a text. */
  readonly termsOf: (text: string) => readonly QueryTerm[];
}

/**
 * A similarity that compares passages of the index with live ones, whose scan scores are on different scales: the share
 * of the question's term weight that a passage has, and the cosine of its vector.
 */
export async function scorePassages(
  passages: readonly Passage[],
  { terms, query, embedder, contextualText, termsOf }: ScoringContext,
): Promise<readonly Similarity[]> {
  const texts = passages.map(({ document, chunk }) =>
    contextualText({
      title: document.title,
      headings: chunk.headings,
      text: document.text.slice(chunk.start, chunk.end),
    }),
  );
  const vectors = await embedder.embedPassages(texts);
  const totalWeight = terms.reduce((sum, { weight }) => sum + weight, 0);
  return texts.map((text, position) => {
    const passageTerms = new Set(termsOf(text).map(({ term }) => term));
    const matchedWeight = terms.reduce(
      (sum, { term, weight }) => sum + (passageTerms.has(term) ? weight : 0),
      0,
    );
    const keyword = totalWeight === 0 ? 0 : matchedWeight / totalWeight;
    const vector = Math.max(0, dotProduct(query, vectors[position] ?? new Float32Array()));
    return { keyword, vector, combined: KEYWORD_WEIGHT * keyword + VECTOR_WEIGHT * vector };
  });
}
