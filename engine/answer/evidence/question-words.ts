import { type AnswerType, answerTypeOf, questionWordsOf } from "../../language/answer-type/answer-type-of";
import { hasValueOfType } from "../../language/answer-type/has-value-of-type";
import { isImpliedBy } from "../../language/answer-type/implied-words";
import type { Language, PlacedName } from "../../language/language";
import type { LanguageTag } from "../../language/words/language-tag";
import { findNormalForms } from "../../language/words/values/find-normal-forms";
import { detectLanguage, wordInformation } from "../../language/words/word-information";
import type { QueryTerm } from "../../model/hit";
import { hasUnspacedScript } from "../../util/segment-words";
import { wordsOf } from "../../util/words";
import { type AskedMeasure, askedMeasures } from "./asked-measures";

/** A word of the question that says what is asked for. */
export interface QuestionWord {
  readonly word: string;
  /** As the index has it; a name of several parts has several. */
  readonly terms: readonly string[];
  /** How much an answer has to have it, 0..1. */
  readonly weight: number;
  /** A date, an amount or a telephone number: what lacks it is about another one. */
  readonly isValue: boolean;
  /** A value of the asked type stands for it: "cost" for money. */
  readonly isImplied: boolean;
  /** The part that the person has who is asked for; see `QuestionPatterns.role`. */
  readonly isRole: boolean;
  /** The last word after the one that negates the question: what is excluded. */
  readonly isExcluded: boolean;
  /** The verb of the question. */
  readonly isVerb: boolean;
  /** Nouns that a phrasal verb of the question makes; see `QuestionPatterns.phrasalNouns`. */
  readonly nouns: readonly string[];
  /** What is counted or chosen from: "seats" in "How many seats …". The statement itself has to be about it. */
  readonly isHead: boolean;
}

/** What an answer to a question must be about. */
export interface QuestionAnalysis {
  /** Those that tell something, in order; all that the index keeps where none does. */
  readonly words: readonly QuestionWord[];
  /** Terms of the words that tell little, which prefer one answer to another. */
  readonly fillers: ReadonlySet<string>;
  readonly answerType: AnswerType | undefined;
  readonly language: LanguageTag | undefined;
  /** Words that it has, in lower case, also those that tell nothing. */
  readonly spelt: ReadonlySet<string>;
  readonly placedNames: readonly PlacedName[];
  /** Amounts and durations that it names. */
  readonly measures: readonly AskedMeasure[];
  /** The question excludes something: "which … not". */
  readonly isNegated: boolean;
}

/** Below it a word is a filler. */
const MIN_INFORMATION = 0.05;
const FILLER_WEIGHT = 0.4;
/** The part of a word's weight that its frequency in the collection cannot take away. */
const LANGUAGE_SHARE = 0.5;
/** A text says what is done in many ways: the verb of a question counts for less than what it is about. */
const VERB_FACTOR = 0.85;

const KANA_FACTOR = 0.2;

export interface QuestionWordsDeps {
  readonly language: Language;
  readonly retriever: {
    /** How the index reads words. */
    readonly terms: (text: string) => readonly QueryTerm[];
  };
}

interface ReadWord {
  readonly word: string;
  readonly isValue: boolean;
  /** Without stop words. */
  readonly found: readonly QueryTerm[];
  readonly information: number;
}

/**
 * Weighs the words of a question by how much they tell in the language, and by how rare they are in the collection: a word
 * of nearly every chunk (the company's name) does not tell one text from another.
 */
export function analyseQuestion(
  question: string,
  { language, retriever }: QuestionWordsDeps,
): QuestionAnalysis {
  const answerType = askedTypeOf(question);
  const read = readWords(withoutQuestionWords(question), retriever.terms);
  const telling = read.filter(({ information }) => information >= MIN_INFORMATION);
  const chunkCount = Math.max(0, ...read.flatMap(({ found }) => found.map(toChunkCount)));
  const { verb, lastVerb } = language.questions.mainVerb.exec(question)?.groups ?? {};
  const head = language.questions.head.exec(question)?.groups?.head;
  const role = language.questions.role.exec(question)?.groups?.role;
  const nouns = language.questions.phrasalNouns(question);
  const { isNegated, polarityWords, facts } = language.texts.extractFacts(question);
  const lastWord = (telling.length > 0 ? telling : read).at(-1)?.word;
  const excludedFrom = isNegated ? Math.max(...polarityWords.map(([, end]) => end)) : Infinity;
  const words = (telling.length > 0 ? telling : read).map(
    ({ word, isValue, found, information }): QuestionWord => {
      const rarity = Math.max(...found.map((term) => rarityOf(term, chunkCount)));
      const weight =
        (telling.length > 0 ? Math.sqrt(information) : FILLER_WEIGHT) *
        (word === (verb ?? lastVerb) ? VERB_FACTOR : 1);
      return {
        word,
        terms: found.map(({ term }) => term),
        weight: weight * (LANGUAGE_SHARE + (1 - LANGUAGE_SHARE) * rarity),
        isValue,
        isImplied: isImpliedBy(answerType, word),
        isRole: word === role,
        isExcluded: word === lastWord && question.lastIndexOf(word) >= excludedFrom,
        isVerb: word === (verb ?? lastVerb),
        nouns: nouns.get(word) ?? [],
        isHead: word === head,
      };
    },
  );
  const fillers = read.filter((one) => !telling.includes(one)).flatMap(({ found }) => found);
  return {
    words,
    fillers: new Set(fillers.map(({ term }) => term)),
    answerType,
    language: detectLanguage(wordsOf(question)),
    spelt: new Set(wordsOf(question.toLowerCase())),
    placedNames: language.questions.placedNames(question),
    measures: askedMeasures(question, words, facts),
    isNegated,
  };
}

/** A question that names an amount or a telephone number itself asks what it belongs to: "What costs 40 EUR?" */
function askedTypeOf(question: string): AnswerType | undefined {
  const type = answerTypeOf(question);
  if (type !== "money" && type !== "phone") return type;
  const isNamed = splitAtValues(question).some(
    ({ text, isValue }) => isValue && hasValueOfType(type, text) === 1,
  );
  return isNamed ? undefined : type;
}

/** Scripts without spaces run the words that ask into others: they are taken out before the rest is cut into words. */
function withoutQuestionWords(question: string): string {
  return hasUnspacedScript(question) ? question.replace(questionWordsOf(question) ?? "", " ") : question;
}

/** The words of a question that the index keeps, each once. */
function readWords(question: string, terms: (text: string) => readonly QueryTerm[]): readonly ReadWord[] {
  const seen = new Set<string>();
  const pieces = splitAtValues(question);
  const language = detectLanguage(pieces.filter(({ isValue }) => !isValue).map(({ text }) => text));
  return pieces.flatMap(({ text: word, isValue }): readonly ReadWord[] => {
    const found = terms(word).filter(({ weight }) => weight > 0);
    const key = found.map(({ term }) => term).join(" ");
    if (found.length === 0 || seen.has(key)) return [];
    seen.add(key);
    const information = isValue ? 1 : wordInformation(word, language) * kanaFactor(word);
    return [{ word, isValue, found, information }];
  });
}

interface QuestionPiece {
  readonly text: string;
  readonly isValue: boolean;
}

/** The words of a question in order; a date, an amount or a telephone number is one, however it is written. */
function splitAtValues(question: string): readonly QuestionPiece[] {
  const toWords = (text: string) => wordsOf(text).map((word) => ({ text: word, isValue: false }));
  const pieces: QuestionPiece[] = [];
  let end = 0;
  for (const value of findNormalForms(question)) {
    pieces.push(...toWords(question.slice(end, value.start)));
    pieces.push({ text: question.slice(value.start, value.end), isValue: true });
    ({ end } = value);
  }
  return [...pieces, ...toWords(question.slice(end))];
}

/** Words of nothing but hiragana are endings and particles more often than not. */
function kanaFactor(word: string): number {
  return /^\p{Script=Hiragana}+$/u.test(word) ? KANA_FACTOR : 1;
}

/** Chunks of the collection, by the definition of BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)). */
function toChunkCount({ weight, chunkFrequency }: QueryTerm): number {
  return (Math.exp(weight) - 1) * (chunkFrequency + 0.5) + chunkFrequency - 0.5;
}

/** The inverse document frequency as a share of that of a word that occurs nowhere. */
function rarityOf({ weight }: QueryTerm, chunkCount: number): number {
  const highest = Math.log(1 + (chunkCount + 0.5) / 0.5);
  return highest === 0 ? 1 : Math.min(1, weight / highest);
}
