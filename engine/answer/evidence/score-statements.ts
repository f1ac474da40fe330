import type { Embedder } from "../../embed/embedder";
import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import { dotProduct } from "../../util/dot-product";
import { countWords } from "../../util/words";
import type { AnswerPlan } from "../plan-answer";
import { countWordsOutsideLinks } from "../text/count-words-outside-links";
import { passageText } from "../text/passage-text";
import { proseText } from "../text/prose-text";
import { splitPassage } from "../text/split-passage";
import type { Statement } from "../text/statement";
import type { TermMatcher } from "./term-matcher";

/** A statement of a source, scored against the question. */
export interface ScoredStatement {
  readonly passage: Passage;
  readonly statement: Statement;
  /** All statements of the passage, in order. */
  readonly siblings: readonly Statement[];
  /** As a reader sees it. */
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  /** Those in the stretch itself, without column names and headings; for a row and an item. */
  readonly ownTerms?: ReadonlySet<string>;
  /** Share of the question's weight in these terms, 0..1. */
  readonly coverage: number;
  /** Cosine with the question. */
  readonly similarity: number;
  readonly score: number;
}

export interface StatementScoringDeps {
  readonly language: Language;
  readonly matcher: TermMatcher;
  readonly embedder: Embedder;
  readonly signal?: AbortSignal;
}

/**
 * Weights of a statement's score, which is about 0..1. Chosen by the share of right answers over README files, and of
 * quotes and citations that are in the reference answers of three development sets.
 */
const WEIGHTS = { coverage: 0.3, context: 0.2, similarity: 0.2, passage: 0.4, proximity: 0.05, opening: 0.1 };
const CODE_BONUS = 0.1;
/** Applied to the coverage of code, which mentions many names incidentally, unless code was asked for. */
const CODE_COVERAGE_FACTOR = 0.6;
/** Prefers a sentence with the code it introduces to the sentence alone. */
const LEAD_IN_BONUS = 0.001;
const OFF_TOPIC_PENALTY = 0.15;
/** An excerpt is quoted only where nothing else was found. */
const EXCERPT_PENALTY = 0.15;
const DANGLING_LEAD_IN_PENALTY = 0.2;
/** The words of an older mail are not those of the mail's author, and may be outdated. */
const QUOTED_REPLY_PENALTY = 0.1;
/** Above this length the coverage is discounted, since long statements contain any term. */
const MAX_UNDISCOUNTED_WORDS = 45;
const MIN_WORDS = 3;

/** Scores every statement of the passages against the question; best first. */
export async function scoreStatements(
  plan: AnswerPlan,
  passages: readonly Passage[],
  { language, matcher, embedder, signal }: StatementScoringDeps,
): Promise<readonly ScoredStatement[]> {
  const offTopic = offTopicPassages(passages, matcher);
  const unscored = passages
    .flatMap((passage) => toUnscoredStatements(passage, { plan, matcher, language }))
    .filter(
      (item) => plan.allowsCode || item.statement.kind !== "code" || item.passage.document.format === "code",
    );
  const query = await embedder.embedQuery(plan.question, signal);
  const vectors = await embedder.embedPassages(
    unscored.map(({ text }) => text),
    signal,
  );
  return unscored
    .map((item, position) => {
      const similarity = dotProduct(query, vectors[position] ?? new Float32Array());
      const penalty = offTopic.has(item.passage) ? OFF_TOPIC_PENALTY : 0;
      return { ...item, similarity, score: score(item, similarity, { plan, matcher }) - penalty };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * The passages that never mention the subject of the question. The subject is its rarest word, where that is in the
 * title of something found ("… in dexie?").
 */
function offTopicPassages(passages: readonly Passage[], matcher: TermMatcher): ReadonlySet<Passage> {
  const { rarest } = matcher;
  const mentionsRarest = (words: string) => rarest !== undefined && matcher.matches(words).has(rarest);
  if (!passages.some(({ document }) => mentionsRarest(document.title))) return new Set();
  return new Set(passages.filter((passage) => !mentionsRarest(passageText(passage))));
}

type UnscoredStatement = Omit<ScoredStatement, "similarity" | "score"> & {
  readonly headingTerms: ReadonlySet<string>;
  /** The first sentence of the document, which names its subject. */
  readonly isOpening: boolean;
};

interface QuestionContext {
  readonly plan: AnswerPlan;
  readonly matcher: TermMatcher;
}

function toUnscoredStatements(
  passage: Passage,
  { plan, matcher, language }: QuestionContext & { readonly language: Language },
): readonly UnscoredStatement[] {
  const { document, chunk } = passage;
  const headings = [document.title, ...chunk.headings].join("\n");
  const headingTerms = matcher.matches(headings);
  const statements = splitPassage(passage, language);
  const opening = chunk.start === 0 ? statements.find(({ kind }) => kind === "sentence") : undefined;
  return statements.flatMap((statement) => {
    const quote = document.text.slice(statement.start, statement.end);
    const isTooShort = statement.kind === "sentence" && countWordsOutsideLinks(quote) < MIN_WORDS;
    if (isTooShort && statements.length > 1) return [];
    const text = textToScore(statement, passage, plan);
    const ownTerms = ownTermsOf(statement, passage, matcher);
    // An item that only stands under the words of the question is one of several: the whole list answers.
    const isOneOfSeveral = statement.kind === "item" && ownTerms?.size === 0;
    const terms = isOneOfSeveral ? new Set<string>() : matcher.matches(text);
    const coverage = matcher.coverage(terms);
    return [
      {
        passage,
        statement,
        siblings: statements,
        text,
        terms,
        ...(ownTerms && { ownTerms }),
        coverage,
        headingTerms,
        isOpening: statement === opening,
      },
    ];
  });
}

function ownTermsOf({ kind, start, end }: Statement, { document }: Passage, matcher: TermMatcher) {
  return kind === "item" || kind === "row" ? matcher.matches(proseText(document, start, end)) : undefined;
}

/** Code with a lead-in is scored by the lead-in, unless code was asked for. */
function textToScore(statement: Statement, { document }: Passage, { wantsCode }: AnswerPlan): string {
  if (statement.leadInEnd !== undefined && !wantsCode)
    return proseText(document, statement.start, statement.leadInEnd);
  if (statement.kind === "code" && statement.markdown) return statement.markdown;
  const words = statement.words ?? proseText(document, statement.start, statement.end);
  return statement.context === undefined ? words : `${statement.context}\n${words}`;
}

function score(
  { passage, statement, text, terms, headingTerms, isOpening }: UnscoredStatement,
  similarity: number,
  { plan, matcher }: QuestionContext,
): number {
  const isIncidentalCode = statement.kind === "code" && statement.leadInEnd === undefined && !plan.wantsCode;
  const discount =
    Math.sqrt(Math.min(1, MAX_UNDISCOUNTED_WORDS / Math.max(1, wordsToDiscount(statement, text, matcher)))) *
    (isIncidentalCode ? CODE_COVERAGE_FACTOR : 1);
  // A lead-in without the list or code it announces has no content.
  const isDanglingLeadIn = statement.kind === "sentence" && text.endsWith(":");
  const isWantedCode = statement.kind === "code" && plan.wantsCode;
  return (
    WEIGHTS.coverage * matcher.coverage(terms) * discount +
    WEIGHTS.similarity * Math.max(0, similarity) +
    WEIGHTS.passage * passage.score +
    WEIGHTS.context * matcher.coverage(new Set([...terms, ...headingTerms])) * discount +
    WEIGHTS.proximity * proximity(text, matcher) +
    (isOpening ? WEIGHTS.opening * matcher.coverage(headingTerms) : 0) +
    (isWantedCode ? CODE_BONUS : 0) +
    (statement.leadInEnd === undefined ? 0 : LEAD_IN_BONUS) -
    (statement.kind === "excerpt" ? EXCERPT_PENALTY : 0) -
    (statement.isQuotedReply ? QUOTED_REPLY_PENALTY : 0) -
    (isDanglingLeadIn ? DANGLING_LEAD_IN_PENALTY : 0)
  );
}

/** A long list is not discounted when the question asks for it: its heading or first line has all that matches. */
function wordsToDiscount({ kind, context = "", words = "" }: Statement, text: string, matcher: TermMatcher) {
  if (kind !== "list") return countWords(text);
  const lead = `${context}\n${words.split("\n", 1)[0]}`;
  return matcher.matches(lead).size >= matcher.matches(text).size ? countWords(lead) : countWords(text);
}

/** 1 when the matching words are adjacent, towards 0 the further apart they are; 0 for fewer than two. */
function proximity(text: string, matcher: TermMatcher): number {
  const matches = matcher.matchRanges(text);
  const [first, last] = [matches[0], matches.at(-1)];
  if (!first || !last || matches.length < 2) return 0;
  return (matches.length - 1) / Math.max(matches.length - 1, countWords(text.slice(first[1], last[0])) + 1);
}
