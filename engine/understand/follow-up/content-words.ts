import type { Retriever } from "../../retrieve/retriever";
import { wordsOf } from "../../util/words";

export type TermAnalyser = Pick<Retriever, "terms">;

/** Words that the index has and that say what a text is about. */
export function contentWords(text: string, retriever: TermAnalyser): readonly string[] {
  return wordsOf(text).filter((word) => weightOf(word, retriever) > 0);
}

/** How telling a word is; 0 for words that every text has and for words that the index does not have. */
export function weightOf(word: string, retriever: TermAnalyser): number {
  const weights = retriever
    .terms(word)
    .map(({ weight, chunkFrequency }) => (chunkFrequency > 0 ? weight : 0));
  return Math.max(0, ...weights);
}
