import type { QueryTerm } from "../../model/hit";
import type { Retriever } from "../../retrieve/retriever";
import { wordsOf } from "../../util/words";

const MAX_LISTED_WORDS = 3;
/** Characters of a word that are shown; the longest word in an English dictionary has 45. */
const MAX_WORD_CHARACTERS = 45;

/** Says plainly that there is no answer in `scopePhrase` ("in your sources"), and which words of the question it never uses. */
export function noAnswer(question: string, scopePhrase: string, retriever: Retriever): string {
  const words = wordsOf(question);
  const unknown = [...new Set(words)]
    .filter((word) => isUnknown(retriever.terms(word)))
    .slice(0, MAX_LISTED_WORDS)
    .map(truncate);
  const reason = unknown.length === 0 ? "" : ` These words do not occur there: ${unknown.join(", ")}.`;
  return `Nothing ${scopePhrase} answers this.${reason}`;
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
