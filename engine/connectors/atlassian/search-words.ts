const MOST_LETTERS = 200;

/**
 * A person's words as the text of a `~` search in JQL and CQL. Both hand the text to Lucene, whose operators mean
 * something else to a person and are not in the index anyway, so they become spaces.
 */
export function searchWords(text: string): string {
  return text
    .slice(0, MOST_LETTERS)
    .replace(/[+\-&|!(){}[\]^~*?\\:/"]/g, " ")
    .replace(/\b(AND|OR|NOT)\b/g, (word) => word.toLowerCase())
    .replace(/\s+/g, " ")
    .trim();
}
