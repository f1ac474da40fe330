import type { QuestionAnalysis, QuestionWord } from "./question-words";

/** Where the words of a question are looked for, from the statement outwards. Terms as the index has them. */
export interface StatementSurroundings {
  readonly statement: ReadonlySet<string>;
  /** Title, headings, names of files and folders, the head of a table. */
  readonly context: ReadonlySet<string>;
  /** The statements before and after. */
  readonly neighbours: ReadonlySet<string>;
  readonly passage: ReadonlySet<string>;
  /** The statement's own words. */
  readonly text: string;
}

/** The end of a part may be cut as an ending. */
const PART_LETTERS = 3;
const SPACELESS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+$/u;
/** How surely a word belongs to the statement when it stands there. */
const LEVELS = { context: 0.9, neighbours: 0.6, passage: 0.35 };

/** How surely a statement is about each word of the question, 0..1, in their order; synonyms apart. */
export function supportOfWords(
  { words }: Pick<QuestionAnalysis, "words">,
  surroundings: StatementSurroundings,
): readonly number[] {
  return words.map((word) => supportOf(word, surroundings));
}

function supportOf({ word, terms, isHead }: QuestionWord, surroundings: StatementSurroundings): number {
  const { statement, context, neighbours, passage, text } = surroundings;
  // Where words are not separated, a word may be cut differently in question and text.
  if (SPACELESS.test(word) && text.includes(word)) return 1;
  const near = Math.max(shareOf(terms, statement), LEVELS.context * shareOf(terms, context));
  if (isHead) return near;
  return Math.max(
    near,
    LEVELS.neighbours * shareOf(terms, neighbours),
    LEVELS.passage * shareOf(terms, passage),
  );
}

/** A name matches as a whole, or in all of its parts; a part alone counts for less, and one of a compound for little. */
function shareOf(terms: readonly string[], found: ReadonlySet<string>): number {
  const [whole, ...parts] = terms;
  if (whole === undefined) return 0;
  if (parts.length === 0) return found.has(whole) ? 1 : 0;
  if (!isWholeOf(whole, parts)) return (terms.filter((term) => found.has(term)).length / terms.length) ** 2;
  if (found.has(whole)) return 1;
  return parts.filter((part) => found.has(part)).length / parts.length;
}

/** The index has a name before its parts ("user-id", "user", "id"), and of a compound only the parts. */
function isWholeOf(whole: string, parts: readonly string[]): boolean {
  return parts.every((part) => whole.length > part.length && whole.includes(part.slice(0, PART_LETTERS)));
}
