import { foldWord } from "../../words/fold-word";
import { baseFormsOf } from "./base-forms-of";
import { expandLemma } from "./expand-lemma";
import { type RelatedPhrase, readOfficeGroups } from "./office-groups";
import type { RelatedWords } from "./related-words";
import { listOf, PARTS_OF_SPEECH, type PartOfSpeech, SHARES, type WordGraph } from "./word-graph";

/** How surely words of one group stand for each other. */
const GROUP_SUPPORT = 0.75;
/** Texts and questions repeat their words; a long index has more of them than are worth keeping. */
const MAX_CACHED_WORDS = 20_000;
const MAX_CACHED_QUESTION_WORDS = 100;

/** Relates words by a graph, and by `phrases` of its own. */
export function createRelatedWords(
  graph: WordGraph,
  phrases: readonly RelatedPhrase[] = readOfficeGroups(),
): RelatedWords {
  const places = new Map(graph.lemmas.map((lemma, at) => [lemma, at]));
  const groups = groupPhrases(phrases);
  const singles = new Set(phrases.flatMap(({ phrase, supports }) => [phrase, ...supports]));
  const isLemma = (word: string, parts: readonly PartOfSpeech[]) => {
    const place = places.get(word);
    return singles.has(word) || (place !== undefined && hasSense(place, graph, parts));
  };
  const forms = cache(MAX_CACHED_WORDS, (word: string) => baseFormsOf(foldWord(word), isLemma));

  const expansions = cache(MAX_CACHED_QUESTION_WORDS, (word: string) => {
    const bases = forms(word);
    const own = new Set(bases.map(({ base }) => base));
    const related = new Map<string, number>();
    const add = (other: string, support: number) => {
      if (!own.has(other) && support > (related.get(other) ?? 0)) related.set(other, support);
    };
    for (const { base, parts } of bases) {
      const place = places.get(base);
      const lemmas = place === undefined ? [] : expandLemma(place, graph, parts);
      for (const [other, support] of lemmas) add(graph.lemmas[other] as string, support);
      for (const phrase of groups.get(base) ?? []) add(phrase, GROUP_SUPPORT);
    }
    const sequences = [...related].flatMap(([phrase, support]) =>
      phrase.includes(" ") ? [{ words: phrase.split(" "), support }] : [],
    );
    return { own, related, sequences };
  });

  const support = (questionWord: string, textWord: string): number => {
    const { own, related } = expansions(questionWord);
    return forms(textWord).reduce(
      (best, { base }) => Math.max(best, own.has(base) ? 1 : (related.get(base) ?? 0)),
      0,
    );
  };
  const isFormOf = (textWord: string | undefined, word: string) =>
    textWord !== undefined &&
    (foldWord(textWord) === word || forms(textWord).some(({ base }) => base === word));

  return {
    relatedTo: (questionWord) => expansions(questionWord).related,
    support,
    supportIn: (questionWord, textWords) => {
      const inPhrases = expansions(questionWord).sequences.flatMap(({ words, support }) =>
        textWords.some((_, at) => words.every((word, offset) => isFormOf(textWords[at + offset], word)))
          ? [support]
          : [],
      );
      return Math.max(0, ...inPhrases, ...textWords.map((textWord) => support(questionWord, textWord)));
    },
  };
}

function hasSense(lemma: number, graph: WordGraph, parts: readonly PartOfSpeech[]): boolean {
  return listOf(graph.senses, lemma).some((sense) =>
    parts.some((part) => PARTS_OF_SPEECH.indexOf(part) === graph.partsOfSpeech[Math.floor(sense / SHARES)]),
  );
}

/** The phrases that support each word. */
function groupPhrases(phrases: readonly RelatedPhrase[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const { phrase, supports } of phrases) {
    for (const word of supports) {
      const own = groups.get(word) ?? [];
      own.push(phrase);
      groups.set(word, own);
    }
  }
  return groups;
}

/** Keeps what was computed, up to a number of words; then it starts again. */
function cache<T>(size: number, compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const value = known.get(word) ?? compute(word);
    if (known.size >= size) known.clear();
    known.set(word, value);
    return value;
  };
}
