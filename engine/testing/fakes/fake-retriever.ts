import type { QueryTerm } from "../../model/hit";
import type { Passage } from "../../model/passage";
import type { RetrieveOptions, Retriever } from "../../retrieve/retriever";
import { alphanumericRuns } from "../../util/words";

const STOP_WORDS = new Set(
  "a an and are does do how in is it of on the to what when where which who".split(" "),
);
const WORD = /[\p{L}\p{N}]+/gu;

/** Returns the same passages for every question; words match regardless of case and a plural s. */
export function createFakeRetriever(
  passages: readonly Passage[],
): Retriever & { readonly asked: readonly (RetrieveOptions | undefined)[] } {
  const asked: (RetrieveOptions | undefined)[] = [];
  const known = new Set(passages.flatMap(({ document }) => wordsOf(`${document.title} ${document.text}`)));
  const terms = (text: string): readonly QueryTerm[] =>
    [...new Set(wordsOf(text))].map((term) => ({
      term,
      chunkFrequency: known.has(term) ? 1 : 0,
      weight: STOP_WORDS.has(term) ? 0 : 1,
    }));
  return {
    asked,
    terms,
    retrieve: async (question, options) => {
      asked.push(options);
      options?.signal?.throwIfAborted();
      return { passages, terms: terms(question), timings: { embed: 1, search: 2 } };
    },
    suggest: async () => passages,
    highlight: (question, text) => {
      const wanted = new Set(wordsOf(question).filter((word) => !STOP_WORDS.has(word)));
      return [...text.matchAll(WORD)]
        .filter(([word]) => wanted.has(normalise(word)))
        .map((match) => [match.index, match.index + match[0].length] as const);
    },
  };
}

function wordsOf(text: string): string[] {
  return alphanumericRuns(text).map(normalise);
}

function normalise(word: string): string {
  return word.toLowerCase().replace(/s$/, "");
}
