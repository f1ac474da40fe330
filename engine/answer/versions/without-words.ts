/** A question without some of its words, which may go on: "day" for "days". */
export function withoutWords(question: string, words: readonly string[]): string {
  const toPattern = (word: string) =>
    new RegExp(
      `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?:e?s)?(?![\\p{L}\\p{N}])`,
      "iu",
    );
  return words
    .reduce((text, word) => text.replace(toPattern(word), " "), question)
    .replace(/\s+/g, " ")
    .trim();
}
