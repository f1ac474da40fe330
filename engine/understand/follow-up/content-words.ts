import type { Retriever } from "../../retrieve/retriever";

export type TermAnalyser = Pick<Retriever, "terms">;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu;

export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

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
