import { termAnalysis } from "../../language/english/term-analysis";
import type { LanguageTag } from "../../language/words/language-tag";
import { wordInformation } from "../../language/words/word-information";
import type { ParsedQuery } from "../keyword/parse-query";
import type { SegmentSet } from "../segment-set";
import { wordFormsOf } from "./word-forms";

const LATIN = /^[a-z]/;

/**
 * The terms of a query that say nothing of a text: stop words of English, and function words and fillers of the language of
 * the query where that is another one, known by its words or its script.
 */
export function emptyTermsOf({ terms, words }: ParsedQuery, set: SegmentSet): ReadonlySet<string> {
  const language = foreignLanguageOf([...words.values()], set);
  const isEmpty = (term: string) => {
    const word = words.get(term) ?? term;
    if (LATIN.test(term)) return language !== undefined && wordInformation(word, language) === 0;
    return /^\p{L}/u.test(term) && wordInformation(word) === 0;
  };
  const stopWords = terms.filter((term) => termAnalysis.stopWords.has(term));
  const empty = terms.filter((term) => termAnalysis.stopWords.has(term) || isEmpty(term));
  // Words that stand alone are what is looked for.
  return new Set(empty.length < terms.length ? empty : stopWords);
}

/** The language in Latin letters, other than English, of which a query has the most function words. */
function foreignLanguageOf(words: readonly string[], set: SegmentSet): LanguageTag | undefined {
  const countEmpty = (tag: LanguageTag) => words.filter((word) => wordInformation(word, tag) === 0).length;
  let best: { readonly tag: LanguageTag; readonly count: number } | undefined;
  let most = countEmpty("en");
  for (const { tag } of wordFormsOf(set).languages) {
    const count = countEmpty(tag);
    if (count <= most) continue;
    best = { tag, count };
    most = count;
  }
  return best?.tag;
}
