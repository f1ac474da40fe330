import type { Retriever } from "../../retrieve/retriever";
import { wordsOf } from "../../util/words";

export type TermAnalyser = Pick<Retriever, "terms">;

/** The words of a text that the index has and that are no stop words. */
export function contentWords(text: string, retriever: TermAnalyser): readonly string[] {
  return wordsOf(text).filter((word) => weightOf(word, retriever) > 0);
}

/** The inverse document frequency of a word; 0 for stop words and for words that the index does not have. */
export function weightOf(word: string, retriever: TermAnalyser): number {
  const weights = retriever
    .terms(word)
    .map(({ weight, chunkFrequency }) => (chunkFrequency > 0 ? weight : 0));
  return Math.max(0, ...weights);
}
