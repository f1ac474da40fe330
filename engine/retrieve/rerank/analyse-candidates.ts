import type { Embedder } from "../../embed/embedder";
import type { TermPositions } from "../../model/hit";
import type { SearchIndex } from "../../search-index/search-index";
import type { AnalysedCandidate, AnalysedQuestion } from "./feature-group";
import { FEEDBACK_DOCUMENTS } from "./relevance-feedback";
import type { RerankCandidate } from "./reranker";

export interface RerankerDeps {
  readonly index: Pick<SearchIndex, "terms" | "finder">;
  readonly embedder: Embedder;
  /** The text that is embedded for a chunk. */
  readonly contextualText: (context: { title: string; headings: readonly string[]; text: string }) => string;
}

/** Characters read of a passage. Most chunks have fewer; the limit bounds the time for a chunk of one very long line. */
const MAX_ANALYSED_CHARACTERS = 4_000;

/** Analyses a question and its candidates, best first, for `measureFeatures`. */
export async function analyseCandidates(
  question: string,
  candidates: readonly RerankCandidate[],
  { index, embedder, contextualText, signal }: RerankerDeps & { readonly signal?: AbortSignal | undefined },
): Promise<{ readonly question: AnalysedQuestion; readonly candidates: readonly AnalysedCandidate[] }> {
  const fields = candidates.map(({ document: { title, text }, chunk: { headings, start, end } }) => {
    return { title, headings, text: text.slice(start, Math.min(end, start + MAX_ANALYSED_CHARACTERS)) };
  });
  const contexts = fields.map(contextualText);
  const matches = await embedder.matchTokens?.(question, contexts, signal);
  signal?.throwIfAborted();
  const terms = index.terms(question);
  const ownTerms = contexts.slice(0, FEEDBACK_DOCUMENTS).map((context) => index.terms(context));
  const queryTerms = terms.map(({ term }) => term);
  const vocabulary = [...new Set([...queryTerms, ...ownTerms.flat().map(({ term }) => term)])];
  const find = index.finder(vocabulary);
  return {
    question: { terms, tokenWeights: matches?.weights ?? new Float32Array() },
    candidates: candidates.map(({ hit }, row) => {
      const { title = "", headings = [], text = "" } = fields[row] ?? {};
      const body = find(text);
      const heading = find([title, ...headings].join("\n"));
      return {
        score: hit.score,
        positions: limitToFirst(queryTerms.length, body),
        maxSimilarities: matches?.nearest[row] ?? new Float32Array(),
        ownTerms: ownTerms[row] ?? [],
        counts: countFrom(queryTerms.length, [heading, body], vocabulary),
      };
    }),
  };
}

/** The positions of the first `count` terms alone. */
function limitToFirst(count: number, { terms, words, length }: TermPositions): TermPositions {
  const isFirst = (_: unknown, index: number) => (terms[index] ?? count) < count;
  return { terms: terms.filter(isFirst), words: words.filter(isFirst), length };
}

/** Counts of the terms from number `first` on. */
function countFrom(first: number, fields: readonly TermPositions[], vocabulary: readonly string[]) {
  const counts = new Map<string, number>();
  for (const { terms } of fields) {
    for (const number of terms) {
      const term = vocabulary[number];
      if (number >= first && term !== undefined) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}
