import type { WordNet } from "./read-wordnet";

export interface WordCounts {
  /** How often each word occurs in subtitles of films: speech, and household words that texts for specialists lack. */
  readonly spoken: ReadonlyMap<string, number>;
  /** The words of the bundled embedder: texts of technology and offices. */
  readonly written: ReadonlySet<string>;
  readonly stopWords: ReadonlySet<string>;
}

const MIN_SPOKEN = 25;
const WORD = /^[a-z]{3,}$/;
/** Most words of three letters are abbreviations that stand for much else. */
const SHORT_CHARACTERS = 3;
const MIN_SHORT_SPOKEN = 100;
/** Of places there are many that few people know. */
const MIN_NAME_SPOKEN = 300;
const INSTANCE = "@i";

/** The common single words of WordNet, in alphabetical order. */
export function chooseLemmas(
  wordNet: WordNet,
  { spoken, written, stopWords }: WordCounts,
): readonly string[] {
  const isCommon = (lemma: string) => {
    const count = spoken.get(lemma) ?? 0;
    if (isName(lemma, wordNet)) return count >= MIN_NAME_SPOKEN;
    if (lemma.length <= SHORT_CHARACTERS) return count >= MIN_SHORT_SPOKEN;
    return count >= MIN_SPOKEN || written.has(lemma);
  };
  return [...wordNet.senses.keys()]
    .filter((lemma) => WORD.test(lemma) && !stopWords.has(lemma) && isCommon(lemma))
    .sort();
}

function isName(lemma: string, { senses, synsets }: WordNet): boolean {
  const own = senses.get(lemma) ?? [];
  return own.every(({ synset }) => synsets.get(synset)?.pointers.some(({ symbol }) => symbol === INSTANCE));
}
