import type { Language } from "../../language/language";
import { wordsOf } from "../../util/words";
import { contentWords, type TermAnalyser } from "./content-words";

/** With this many content words before it, an anaphor refers to one of them. */
const MIN_ANTECEDENT_WORDS = 3;
/** A question for a reason with more content words than this names its subject. */
const MAX_CONTENT_WORDS = 2;

export interface FollowUpDeps {
  readonly language: Language;
  readonly retriever: TermAnalyser;
}

/**
 * Whether a question needs the one before it to be understood. A question that could stand alone is taken to: most
 * people who change the subject do not begin a new chat, and words of another subject worsen the search. Of the
 * follow-ups of a development set a quarter are found to be one; of questions of three sets asked after an unrelated
 * question, 3–8 % are.
 */
export function isFollowUp(question: string, { language, retriever }: FollowUpDeps): boolean {
  const patterns = language.questions;
  const trimmed = question.trim();
  if (patterns.followUpOpening.test(trimmed) || patterns.alternatives.test(trimmed)) return true;
  if (hasUnresolvedAnaphor(trimmed, { language, retriever })) return true;
  const indexedWords = contentWords(trimmed, retriever).length;
  if (patterns.why.test(trimmed)) return indexedWords <= MAX_CONTENT_WORDS;
  // A word that is not in the index names a subject too: one that the sources do not hold.
  const words = wordsOf(trimmed);
  const content = words.filter((word) => retriever.terms(word).some(({ weight }) => weight > 0)).length;
  if (content === 0) return true;
  return content === 1 && indexedWords === 1 && words.length > 1 && !patterns.definition.test(trimmed);
}

/** Whether an anaphor has nothing before it in the question that it could refer to. */
function hasUnresolvedAnaphor(question: string, { language, retriever }: FollowUpDeps): boolean {
  const { expletives, anaphors, conjunctions } = language.questions;
  const plain = expletives.reduce((text, expletive) => text.replace(expletive, " "), question);
  return [...plain.matchAll(anaphors)].some(({ 0: word, index }) => {
    const before = plain.slice(0, index);
    const after = plain.slice(index + word.length);
    if (conjunctions.has(word.toLowerCase()) && isConjunction(before, after, retriever)) return false;
    return contentWords(before, retriever).length < MIN_ANTECEDENT_WORDS;
  });
}

/** Whether a clause begins here: a noun before, a word after, as in "a status that lets others know". */
function isConjunction(before: string, after: string, retriever: TermAnalyser): boolean {
  const noun = wordsOf(before).at(-1);
  return noun !== undefined && contentWords(noun, retriever).length > 0 && /^\s+\p{L}/u.test(after);
}
