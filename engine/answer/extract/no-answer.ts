import type { Language } from "../../language/language";
import type { QueryTerm } from "../../model/hit";
import type { Retriever } from "../../retrieve/retriever";
import type { QuestionAnalysis } from "../evidence/question-words";

const MAX_LISTED_WORDS = 3;
/** Characters shown of a word; no word of a dictionary is longer. */
const MAX_WORD_CHARACTERS = 45;

export interface NoAnswerDeps {
  readonly language: Language;
  readonly retriever: Pick<Retriever, "terms">;
  /** Where the answer was looked for, as in "in your sources". */
  readonly scopePhrase: string;
  /** Passages that come near are shown below the sentence. */
  readonly hasClosest: boolean;
}

/** The sentence that there is no answer, with the words of the question that occur nowhere and that carry it. */
export function noAnswer(
  { words }: Pick<QuestionAnalysis, "words">,
  { language, retriever, scopePhrase, hasClosest }: NoAnswerDeps,
): string {
  const unknown = words
    .filter(({ word, isImplied }) => !isImplied && isUnknown(retriever.terms(word)))
    .slice(0, MAX_LISTED_WORDS)
    .map(({ word }) => truncate(word));
  return language.sentences.noAnswer(scopePhrase, unknown, hasClosest);
}

function truncate(word: string): string {
  const characters = [...word];
  return characters.length <= MAX_WORD_CHARACTERS
    ? word
    : `${characters.slice(0, MAX_WORD_CHARACTERS).join("")}…`;
}

function isUnknown(terms: readonly QueryTerm[]): boolean {
  return terms.length > 0 && terms.every(({ weight, chunkFrequency }) => weight > 0 && chunkFrequency === 0);
}
