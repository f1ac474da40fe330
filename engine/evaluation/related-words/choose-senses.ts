import type { Sense, WordNet } from "./read-wordnet";

/** A sense that is kept. */
export interface ChosenSense {
  readonly synset: string;
  /** How often the lemma has this sense, 0..1. */
  readonly share: number;
}

const PARTS_OF_SPEECH = ["n", "v", "a", "r"];
/** Of each part of speech. */
const MAX_RANK = 4;
const MIN_SHARE = 0.1;
/** Added to the count of each sense: most were never found in the tagged texts. */
const PRIOR_COUNT = 1;

/**
 * The common senses of a lemma. Shares are within a part of speech: which of them a word is depends on its sentence much
 * more than its sense does. A part of speech that the lemma seldom has counts for less, by the root of its share.
 */
export function chooseSenses(lemma: string, { senses }: WordNet): readonly ChosenSense[] {
  const own = senses.get(lemma) ?? [];
  const total = sumOf(own);
  return PARTS_OF_SPEECH.flatMap((letter) => {
    const part = own.filter(({ synset }) => synset.startsWith(letter));
    const partTotal = sumOf(part);
    return part.flatMap((sense) => {
      const share = weightOf(sense) / partTotal;
      if (sense.rank > MAX_RANK || (sense.rank > 1 && share < MIN_SHARE)) return [];
      return [{ synset: sense.synset, share: share * Math.sqrt(partTotal / total) }];
    });
  });
}

function sumOf(senses: readonly Sense[]): number {
  return senses.reduce((sum, sense) => sum + weightOf(sense), 0);
}

function weightOf({ count }: Sense): number {
  return count + PRIOR_COUNT;
}
