import { editDistance } from "../../util/edit-distance";

/** Words at the beginning that are corrected: phrases for a task begin with their keyword. */
const MAX_WORDS = 6;
/** Letters of a word that may have one typo; a word of as many as the second may have two. */
const MIN_LETTERS = [6, 8] as const;
const WORD = /\p{L}+/gu;

/** The question with the typos in the keywords of tasks corrected: "sumarize the plan". */
export function correctKeywords(question: string, keywords: readonly string[]): string {
  let count = 0;
  return question.replace(WORD, (word) => {
    count++;
    return count > MAX_WORDS ? word : correctWord(word.toLowerCase(), keywords, word);
  });
}

function correctWord(word: string, keywords: readonly string[], asTyped: string): string {
  if (word.length < MIN_LETTERS[0] || keywords.includes(word)) return asTyped;
  const allowed = word.length >= MIN_LETTERS[1] ? 2 : 1;
  const found = keywords.find(
    (keyword) =>
      Math.abs(keyword.length - word.length) <= allowed &&
      keyword.charAt(0) === word.charAt(0) &&
      editDistance(word, keyword) <= allowed,
  );
  return found ?? asTyped;
}
