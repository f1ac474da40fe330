import type { Embedder } from "../../embed/embedder";
import type { TermPlaces } from "../../model/hit";
import type { SearchIndex } from "../../search-index/search-index";
import type { CandidateReading, QuestionReading } from "./reading";
import type { RerankCandidate } from "./reranker";
import { SPEAKERS } from "./speakers";

export interface ReadingTools {
  readonly index: Pick<SearchIndex, "terms" | "finder">;
  readonly embedder: Embedder;
  /** The text that is embedded for a chunk. */
  readonly contextualText: (context: { title: string; headings: readonly string[]; text: string }) => string;
}

/** Characters read of a passage: most chunks have fewer, and a chunk of one endless line takes no longer. */
const LONGEST_READ = 4_000;

/** Reads a question and its candidates, best first, for `measureFeatures`. */
export async function readCandidates(
  question: string,
  candidates: readonly RerankCandidate[],
  { index, embedder, contextualText, signal }: ReadingTools & { readonly signal?: AbortSignal | undefined },
): Promise<{ readonly question: QuestionReading; readonly candidates: readonly CandidateReading[] }> {
  const parts = candidates.map(({ document: { title, text }, chunk: { headings, start, end } }) => {
    return { title, headings, text: text.slice(start, Math.min(end, start + LONGEST_READ)) };
  });
  const contexts = parts.map(contextualText);
  const matches = await embedder.matchTokens?.(question, contexts, signal);
  signal?.throwIfAborted();
  const terms = index.terms(question);
  const ownTerms = contexts.slice(0, SPEAKERS).map((context) => index.terms(context));
  const asked = terms.map(({ term }) => term);
  const wanted = [...new Set([...asked, ...ownTerms.flat().map(({ term }) => term)])];
  const find = index.finder(wanted);
  return {
    question: { terms, tokenWeights: matches?.weights ?? new Float32Array() },
    candidates: candidates.map(({ hit }, at) => {
      const { title = "", headings = [], text = "" } = parts[at] ?? {};
      const body = find(text);
      const above = find([title, ...headings].join("\n"));
      return {
        score: hit.score,
        places: ofFirst(asked.length, body),
        nearest: matches?.nearest[at] ?? new Float32Array(),
        ownTerms: ownTerms[at] ?? [],
        counts: countFrom(asked.length, [above, body], wanted),
      };
    }),
  };
}

/** Only the places of the first `count` terms. */
function ofFirst(count: number, { terms, words, length }: TermPlaces): TermPlaces {
  const isFirst = (_: unknown, at: number) => (terms[at] ?? count) < count;
  return { terms: terms.filter(isFirst), words: words.filter(isFirst), length };
}

/** How often the terms from number `first` on occur. */
function countFrom(first: number, fields: readonly TermPlaces[], wanted: readonly string[]) {
  const counts = new Map<string, number>();
  for (const { terms } of fields) {
    for (const number of terms) {
      const term = wanted[number];
      if (number >= first && term !== undefined) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}
