import { wordsOf } from "../../util/words";
import { contentWords, type TermAnalyser } from "./content-words";

const FOLLOW_UP_OPENING =
  /^(?:and|but|or|so|then|also|what about|how about|what else|which one|really|i mean|i meant)\b/i;
/** A question that opens so and has few telling words of its own asks about what was spoken of. */
const WHY_QUESTION = /^why\b/i;
const REFERS_TO_ALTERNATIVES =
  /\b(?:(?:which|this|that|the|another|other|last|first|new|old)\s+ones?|any(?:thing|one|where)?\s+(?:else|others?)|(?:what|who|where|how)\s+(?:else|others?)|the\s+(?:same|others?|former|latter))\b|\b(?:more|one)\s*[?.!]*$/i;
const ANAPHORS =
  /\b(?:it|its|this|that|these|those|they|them|their|theirs|he|him|his|she|her|hers|there|such)\b/gi;
/** "Are there", "there is", "is it possible to", "it's likely that": these words stand for nothing. */
const EXPLETIVES = [
  /\b(?:is|are|was|were|be|will|would|can|could|may|might|must|should|do|does)(?:n['’]t)?\s+there(?:\s+be)?\b/gi,
  /\bthere(?:['’]s|\s+(?:is|are|was|were|be|will|has|have|exists?))\b/gi,
  /\b(?:(?:is|was)(?:n['’]t)?\s+it|it(?:['’]s|\s+is|\s+was))\s+(?=\w+\s+(?:to|that|for|if)\b)/gi,
];
/** "What is probate?" names its subject with one word, "How can I apply?" does not. */
const DEFINITION_QUESTION = /^(?:(?:what|who)(?:['’]s|\s+(?:is|are|was|were))|define|explain)\b/i;
/** With so many telling words before it, a pronoun stands for one of them. */
const MIN_ANTECEDENT_WORDS = 3;
const MAX_CONTENT_WORDS = 2;

/**
 * Whether a question can hardly be understood without the one before it. A question that could stand alone is taken
 * to: most people who change the subject do not begin a new chat, and words of another subject lead astray. Of the
 * follow-ups of a development set a quarter lean back; of questions of three sets asked after some other question,
 * 3–8 % do.
 */
export function isFollowUp(question: string, retriever: TermAnalyser): boolean {
  const trimmed = question.trim();
  if (FOLLOW_UP_OPENING.test(trimmed) || REFERS_TO_ALTERNATIVES.test(trimmed)) return true;
  if (hasUnresolvedAnaphor(trimmed, retriever)) return true;
  const indexedWords = contentWords(trimmed, retriever).length;
  if (WHY_QUESTION.test(trimmed)) return indexedWords <= MAX_CONTENT_WORDS;
  // A word the index does not have names a subject all the same: that of something sources hold, or nobody does.
  const words = wordsOf(trimmed);
  const content = words.filter((word) => retriever.terms(word).some(({ weight }) => weight > 0)).length;
  if (content === 0) return true;
  return content === 1 && indexedWords === 1 && words.length > 1 && !DEFINITION_QUESTION.test(trimmed);
}

/** Whether a pronoun has nothing before it in the question that it could stand for. */
function hasUnresolvedAnaphor(question: string, retriever: TermAnalyser): boolean {
  const plain = EXPLETIVES.reduce((text, expletive) => text.replace(expletive, " "), question);
  return [...plain.matchAll(ANAPHORS)].some(({ 0: word, index }) => {
    const before = plain.slice(0, index);
    const after = plain.slice(index + word.length);
    if (word.toLowerCase() === "that" && isConjunction(before, after, retriever)) return false;
    return contentWords(before, retriever).length < MIN_ANTECEDENT_WORDS;
  });
}

/** The "that" of "a status that lets others know". */
function isConjunction(before: string, after: string, retriever: TermAnalyser): boolean {
  const noun = wordsOf(before).at(-1);
  return noun !== undefined && contentWords(noun, retriever).length > 0 && /^\s+\p{L}/u.test(after);
}
