import type { QueryTerm } from "../model/hit";
import type { Retriever } from "../retrieve/retriever";

const MOST_NAMED = 3;
/** Characters of a word that are shown; the longest word in an English dictionary has 45. */
const LONGEST_SHOWN = 45;

/** Says plainly that there is no answer in `place` ("in your sources"), and which words of the question it never uses. */
export function explainNothing(question: string, place: string, retriever: Retriever): string {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{N}'’_-]*/gu) ?? [];
  const unknown = [...new Set(words)]
    .filter((word) => isUnknown(retriever.terms(word)))
    .slice(0, MOST_NAMED)
    .map(shorten);
  const reason = unknown.length === 0 ? "" : ` These words do not occur there: ${unknown.join(", ")}.`;
  return `Nothing ${place} answers this.${reason}`;
}

function shorten(word: string): string {
  const characters = [...word];
  return characters.length <= LONGEST_SHOWN ? word : `${characters.slice(0, LONGEST_SHOWN).join("")}…`;
}

function isUnknown(terms: readonly QueryTerm[]): boolean {
  return terms.length > 0 && terms.every(({ weight, chunkFrequency }) => weight > 0 && chunkFrequency === 0);
}
