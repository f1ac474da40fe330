import {
  ara,
  bul,
  ces,
  dan,
  deu,
  ell,
  eng,
  fas,
  fin,
  fra,
  heb,
  hin,
  hun,
  ind,
  ita,
  jpn,
  kor,
  nld,
  nob,
  pol,
  por,
  ron,
  rus,
  spa,
  swe,
  tha,
  tur,
  ukr,
  vie,
  zho,
} from "stopword";
import { foldWord } from "./fold-word";
import type { LanguageTag } from "./language-tag";

const LISTS: Readonly<Record<LanguageTag, readonly string[]>> = {
  ...{ en: eng, de: deu, nl: nld, sv: swe, da: dan, no: nob, fi: fin },
  ...{ fr: fra, es: spa, it: ita, pt: por, ro: ron },
  ...{ pl: pol, cs: ces, hu: hun, tr: tur, id: ind, vi: vie },
  ...{ ru: rus, uk: ukr, bg: bul, el: ell, ar: ara, fa: fas, he: heb, hi: hin },
  ...{ th: tha, ja: jpn, zh: zho, ko: kor },
};
/** What a list has beside words: parts of its licence, names of months. */
const IS_WORD = /^[\p{L}\p{M}'’]+$/u;

const folded = new Map<LanguageTag, ReadonlySet<string>>();

/** The function words of a language, folded. */
export function stopWordsOf(tag: LanguageTag): ReadonlySet<string> {
  const known = folded.get(tag);
  if (known) return known;
  const words = new Set(LISTS[tag].filter((word) => IS_WORD.test(word)).map(foldWord));
  folded.set(tag, words);
  return words;
}
