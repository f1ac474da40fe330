/** Which words of a text stand for a word of a question, and how surely. */
export interface RelatedWords {
  /**
   * The base forms of words, and phrases, whose presence supports a question's word, with how surely: 0..1. Neither the
   * word itself nor its opposites are among them. Empty for a word that is not known.
   */
  relatedTo(questionWord: string): ReadonlyMap<string, number>;
  /**
   * How surely a word of a text stands for a word of a question: 1 for another form of the same word, 0 where they are not
   * related. Not symmetrical: "dog" stands for "animal" more than "animal" for "dog".
   */
  support(questionWord: string, textWord: string): number;
  /** The most that a word or a phrase of a text supports the question's word; `textWords` in the order of the text. */
  supportIn(questionWord: string, textWords: readonly string[]): number;
}
