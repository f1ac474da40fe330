import type { Fact, Facts } from "../../language/facts";
import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import type { Retriever } from "../../retrieve/retriever";
import { alphanumericRuns } from "../../util/words";
import { cellsOfRow, type RowCell } from "../text/cells-of-row";
import { type DocumentStatus, documentStatus } from "./document-status";
import { headingsAt } from "./headings-at";

/** A stretch of a passage that says something, with its words as a reader sees them. */
export interface PlacedText {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
}

/** What has to be known of a statement to compare it with another one. */
export interface AnalysedStatement extends Facts {
  readonly placed: PlacedText;
  readonly status: DocumentStatus;
  /** The cells of a table row by their column, in order; empty for other text. */
  readonly cells: readonly Cell[];
  /** Terms of the question in the text, its headings and its title. */
  readonly questionTerms: ReadonlySet<string>;
  /** Terms of the title without what names a version, and of the headings. */
  readonly title: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  /** Of the folder, without what names a version. */
  readonly folder: ReadonlySet<string>;
  /** Terms of a text, in order; `undefined` stands for a word without content. */
  readonly termsOf: (text: string) => readonly TextTerm[];
}

export interface TextTerm {
  readonly term: string;
  /** Written with a capital inside a sentence, or with digits. */
  readonly isProper: boolean;
}

export interface Cell extends RowCell {
  readonly facts: readonly Fact[];
}

export interface AnalysisDeps {
  readonly language: Language;
  /** The terms with content of a text: see `createTermReader`. */
  readonly contentTerms: (text: string) => readonly string[];
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Reads the content terms of texts, each word of them once. */
export function createTermReader(retriever: Pick<Retriever, "terms">): AnalysisDeps["contentTerms"] {
  const known = new Map<string, readonly string[]>();
  const termsOfWord = (word: string) => {
    const terms =
      known.get(word) ?? retriever.terms(word).flatMap(({ term, weight }) => (weight > 0 ? [term] : []));
    known.set(word, terms);
    return terms;
  };
  return (text) => alphanumericRuns(text).flatMap(termsOfWord);
}

export function analyseStatement(
  placed: PlacedText,
  question: string,
  { language, contentTerms, now }: AnalysisDeps,
): AnalysedStatement {
  const { passage, start, text } = placed;
  const { extractFacts } = language.texts;
  const { title, container = [] } = passage.document;
  const subjectOf = (name: string) => new Set(contentTerms(language.versions.withoutVersion(name)));
  const headings = headingsAt(passage, start);
  const [innermost = ""] = headings.slice(-1);
  const context = new Set(contentTerms([title, ...headings, text].join("\n")));
  return {
    ...extractFacts(text),
    placed,
    status: documentStatus(passage, { language, now }, placed),
    cells: cellsOfRow(text).map((cell) => ({ ...cell, facts: extractFacts(cell.text).facts })),
    questionTerms: new Set(contentTerms(question).filter((term) => context.has(term))),
    title: subjectOf(title),
    heading: subjectOf(innermost),
    folder: subjectOf(container.slice(1).at(-1) ?? ""),
    termsOf: (words) => textTerms(words, contentTerms),
  };
}

function textTerms(text: string, contentTerms: (words: string) => readonly string[]): readonly TextTerm[] {
  let isBeginning = true;
  return text.split(/(?<=[.!?:]\s)/u).flatMap((sentence) => {
    isBeginning = true;
    return alphanumericRuns(sentence).flatMap((word) => {
      const isProper = /\d/.test(word) || (!isBeginning && /^\p{Lu}/u.test(word));
      isBeginning = false;
      return contentTerms(word).map((term) => ({ term, isProper }));
    });
  });
}
