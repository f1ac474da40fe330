import type { LatinLanguage } from "../../language/words/stems/latin-languages";
import { encodeTerm, termAt } from "../keyword/dictionary";
import { findPrefix } from "../keyword/find-typos";
import { lookUpTerm } from "../keyword/look-up-term";
import type { SegmentSet } from "../segment-set";
import { stemWord } from "../text/stem-word";
import { irregularStems } from "./irregular-stems";
import { presentLanguages } from "./present-languages";
import { digraphSpellings, foldDigraphs } from "./spelling-variants";
import { splitCompound } from "./split-compound";

const LATIN_WORD = /^[a-z]+$/;
const MIN_STEMMED = 4;
/** Terms of a segment that are compared; a shorter beginning has more. */
const MAX_SCANNED_TERMS = 512;

/**
 * Which terms of an index are forms of one word. The index has the terms as English and the scripts stem them; forms of
 * other languages, other spellings and compounds are found by its own vocabulary, when a question is asked. In an index of
 * English texts nearly every term is its own only form.
 */
class WordForms {
  readonly #set: SegmentSet;
  #languages: readonly LatinLanguage[] | undefined;
  readonly #bases = new Map<string, string>();
  readonly #parts = new Map<string, readonly string[]>();
  readonly #forms = new Map<string, readonly string[]>();

  constructor(set: SegmentSet) {
    this.#set = set;
  }

  /** What is the same for all forms of a term: one word, or the parts of a compound. */
  basesOf(term: string): readonly string[] {
    const known = this.#parts.get(term);
    if (known) return known;
    const base = this.#baseOf(term);
    const parts = this.#hasCompounds() && LATIN_WORD.test(term) ? this.#split(base) : undefined;
    const bases = parts ?? [base];
    this.#parts.set(term, bases);
    return bases;
  }

  /** The terms of the index with a base, among them compounds that begin with it. */
  formsOf(base: string): readonly string[] {
    const known = this.#forms.get(base);
    if (known) return known;
    const beginnings = [base, ...(irregularStems(base) ?? []), ...this.#otherBeginnings(base)];
    const forms = new Set<string>();
    for (const beginning of new Set(beginnings)) {
      const isForm = this.#baseOf(beginning) === base || beginning === `${base}s`;
      if (isForm && this.#has(beginning)) forms.add(beginning);
      if (!this.#isInflected(beginning)) continue;
      for (const term of this.#termsWith(beginning)) if (this.basesOf(term).includes(base)) forms.add(term);
    }
    const found = [...forms];
    this.#forms.set(base, found);
    return found;
  }

  get languages(): readonly LatinLanguage[] {
    this.#languages ??= presentLanguages(this.#set);
    return this.#languages;
  }

  #baseOf(term: string): string {
    const known = this.#bases.get(term);
    if (known !== undefined) return known;
    const base = this.#latinBase(term);
    this.#bases.set(term, base);
    return base;
  }

  #latinBase(term: string): string {
    const [regular = term] = irregularStems(term) ?? [];
    if (!LATIN_WORD.test(regular)) return regular;
    const spelled = this.#foldSpelling(regular);
    if (this.languages.length === 0) return spelled;
    const stem = this.languages.reduce(
      (stem, language) => (stem.length < MIN_STEMMED ? stem : language.stem(stem)),
      spelled,
    );
    // The terms of the index end as English does: "Haus" is "hau".
    return stemWord(stem);
  }

  /** Where no language says so, two letters stand for one only when the index has the word in no other spelling. */
  #foldSpelling(term: string): string {
    const folded = foldDigraphs(term);
    if (this.languages.some(({ hasDigraphs }) => hasDigraphs)) return folded;
    if (this.#has(term)) return term;
    if (folded !== term) return this.#has(folded) ? folded : term;
    return digraphSpellings(term).find((spelling) => this.#has(spelling)) ?? term;
  }

  #otherBeginnings(base: string): readonly string[] {
    if (!LATIN_WORD.test(base)) return [];
    const isKnown = this.#has(base);
    // The plural of an acronym is indexed as it is written.
    const plural = isKnown ? [] : [`${base}s`];
    const hasDigraphs = this.languages.some((language) => language.hasDigraphs);
    return hasDigraphs || !isKnown ? [...plural, ...digraphSpellings(base)] : plural;
  }

  #isInflected(beginning: string): boolean {
    return this.languages.length > 0 && beginning.length >= 3 && LATIN_WORD.test(beginning);
  }

  #hasCompounds(): boolean {
    return this.languages.some((language) => language.hasCompounds);
  }

  #split(base: string): readonly string[] | undefined {
    const isFunctionWord = (word: string) =>
      this.languages.some(({ commonWords }) => commonWords.includes(word));
    return splitCompound(base, (part) => {
      const partBase = this.#baseOf(part);
      return !isFunctionWord(part) && this.#hasBase(partBase) ? partBase : undefined;
    });
  }

  #hasBase(base: string): boolean {
    return this.#has(base) || this.#termsWith(base).some((term) => this.#baseOf(term) === base);
  }

  #has(term: string): boolean {
    return lookUpTerm(term, this.#set).frequency > 0;
  }

  /** Terms of live chunks that begin with a word. */
  #termsWith(beginning: string): readonly string[] {
    const key = encodeTerm(beginning);
    const terms = new Set<string>();
    for (const segment of this.#set.segments) {
      const { dictionary } = segment.keywords;
      const [from, to] = findPrefix(dictionary, key);
      for (let at = from; at < Math.min(to, from + MAX_SCANNED_TERMS); at++) {
        if (segment.frequencyOf(at) > 0) terms.add(termAt(dictionary, at));
      }
    }
    return [...terms];
  }
}

const known = new WeakMap<SegmentSet, WordForms>();

/** The forms of words in one state of the index. */
export function wordFormsOf(set: SegmentSet): WordForms {
  const forms = known.get(set) ?? new WordForms(set);
  known.set(set, forms);
  return forms;
}
