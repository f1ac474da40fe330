import commonWords from "../english/common-words.json";
import { HOMOGRAPHS } from "../english/homographs";
import { FILLERS } from "./fillers";
import { foldWord } from "./fold-word";
import { LANGUAGE_TAGS, type LanguageTag } from "./language-tag";
import { stopWordsOf } from "./stop-words";

/** What the most common word tells that is neither a function word nor a filler. */
const COMMON = 0.4;

const emptyWords = new Map<LanguageTag, ReadonlySet<string>>();
const homographs: ReadonlySet<string> = new Set(HOMOGRAPHS.split(" "));
let english: ReadonlyMap<string, number> | undefined;

/**
 * How much a word tells of what a text is about: 0 for a function word or a filler of requests ("how", "please", "tell"),
 * 0.4 to 1 for others, the more the rarer they are in English; 1 where that is unknown. `language` is that of the text;
 * without it the word is looked up in every language.
 */
export function wordInformation(word: string, language?: LanguageTag): number {
  const folded = foldWord(word);
  if (language !== undefined && language !== "en") return isEmpty(folded, language) ? 0 : 1;
  if (isEmpty(folded, "en")) return 0;
  const isForeignFiller = (tag: LanguageTag) => isEmpty(folded, tag);
  if (language === undefined && !homographs.has(folded) && LANGUAGE_TAGS.some(isForeignFiller)) return 0;
  english ??= weighEnglish();
  return english.get(folded) ?? 1;
}

/**
 * The language of a question, by its function words: that with most of them, English where several have as many.
 * Undefined for one without any.
 */
export function detectLanguage(words: readonly string[]): LanguageTag | undefined {
  const folded = words.map(foldWord);
  const count = (tag: LanguageTag) => folded.filter((word) => isEmpty(word, tag)).length;
  const counts = LANGUAGE_TAGS.map((tag) => [tag, count(tag)] as const);
  const highest = Math.max(...counts.map(([, own]) => own));
  return highest === 0 ? undefined : counts.find(([, own]) => own === highest)?.[0];
}

function isEmpty(folded: string, language: LanguageTag): boolean {
  let words = emptyWords.get(language);
  if (!words) {
    const fillers = FILLERS[language].split(/\s+/).map(foldWord);
    words = new Set([...stopWordsOf(language), ...fillers]);
    emptyWords.set(language, words);
  }
  return words.has(folded);
}

/** From the groups of common words, the most common first. */
function weighEnglish(): ReadonlyMap<string, number> {
  const step = (1 - COMMON) / commonWords.length;
  return new Map(
    commonWords.flatMap((words, group) =>
      words.split(" ").map((word) => [word, COMMON + step * group] as const),
    ),
  );
}
