import { LATIN_LANGUAGES, type LatinLanguage } from "../../language/words/stems/latin-languages";
import { lookUpTerm } from "../keyword/look-up-term";
import type { SegmentSet } from "../segment-set";
import { stemWord } from "../text/stem-word";

/** Common words of a language that an index has when it has texts of the language; names and quotes bring a few. */
const MIN_WORDS = 5;
const MIN_WORDS_OF_FEW_CHUNKS = 3;
const FEW_CHUNKS = 50;

/** The languages in Latin letters, beside English, of which the index has texts. */
export function presentLanguages(set: SegmentSet): readonly LatinLanguage[] {
  const needed = set.rows < FEW_CHUNKS ? MIN_WORDS_OF_FEW_CHUNKS : MIN_WORDS;
  const isThere = (word: string) => lookUpTerm(stemWord(word), set).frequency > 0;
  return LATIN_LANGUAGES.filter(({ commonWords }) => commonWords.filter(isThere).length >= needed);
}
