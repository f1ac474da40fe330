import type { Language } from "../../language/language";
import type { Passage } from "../../model/passage";
import { alphanumericRuns } from "../../util/words";
import type { ScoredStatement } from "../evidence/score-statements";
import type { Contradiction } from "../versions/compared-statement";
import { differInFacts } from "../versions/differ-in-facts";
import { otherSides } from "../versions/other-sides";
import { isAdjacent, type Quote, toProseQuote, toQuote } from "./to-quote";

const MAX_QUOTES = 4;
const MAX_CODE_BLOCKS = 2;
const MAX_CHARACTERS = 1_000;
/** Of the best statement's score; below it a statement is off topic. */
const MIN_RELATIVE_SCORE = 0.8;
/** Of the best statement's score, for a statement that adds no term of the question. */
const MIN_RELATIVE_SCORE_WITHOUT_NEW_TERM = 0.85;
/** Of the best statement's score, for a statement of another document. */
const MIN_RELATIVE_SCORE_IN_OTHER_DOCUMENT = 0.85;
/** A sentence of another document that shares one word with a longer question is rarely about it. */
const MIN_TERMS_IN_OTHER_DOCUMENT = 2;
/** Of the question's weight in the best statement; below it only that one is quoted. */
const MIN_COVERAGE_FOR_MORE = 0.3;
/** From this similarity of their word sets two statements say the same. */
const MIN_JACCARD_OF_DUPLICATES = 0.6;

/** A scored statement with the one nearby that has the value it lacks. */
type SelectableStatement = ScoredStatement & {
  readonly companion?: ScoredStatement;
  /** False where the question names a date, an amount or a number that the statement is not about. */
  readonly hasAskedValues?: boolean;
};

/**
 * Selects at most four statements, best first: the best one, then what adds a term of the question or scores nearly as
 * high, and never duplicates. Quotes are ordered by the best statement of their document, then by their place in it.
 */
export function selectQuotes(
  statements: readonly SelectableStatement[],
  language: Language,
  contradictions: readonly Contradiction[] = [],
): readonly Quote[] {
  const companion = statements[0]?.companion;
  const picked: ScoredStatement[] = [];
  let characters = 0;
  for (const candidate of statements) {
    if (picked.length === MAX_QUOTES) break;
    const fits = picked.length === 0 || characters + candidate.text.length <= MAX_CHARACTERS;
    if (!fits || !addsInformation(candidate, picked, language)) continue;
    picked.push(candidate);
    characters += candidate.text.length;
    // The value that was asked for stands beside the best statement.
    if (picked.length === 1 && companion) picked.push(companion);
  }
  return inReadingOrder([...picked, ...otherSides(picked, contradictions)])
    .map((statement) => toQuote(statement, language))
    .reduce(mergeAdjacent, []);
}

function addsInformation(
  candidate: SelectableStatement,
  picked: readonly ScoredStatement[],
  language: Language,
): boolean {
  const best = picked[0];
  if (!best) return true;
  if (candidate.hasAskedValues === false) return false;
  if (candidate.score < best.score * MIN_RELATIVE_SCORE || candidate.terms.size === 0) return false;
  // The best statement has almost nothing of the question: further ones are no better.
  if (best.coverage < MIN_COVERAGE_FOR_MORE) return false;
  // An excerpt replaces missing statements, and a lead-in announces one: neither adds information.
  if (candidate.statement.kind === "excerpt" || isDanglingLeadIn(candidate)) return false;
  if (
    !picked.some((earlier) => isSameDocument(earlier, candidate)) &&
    !qualifiesFromOtherDocument(candidate, best)
  ) {
    return false;
  }
  if (isOtherRow(candidate, picked)) return false;
  const isCode = (one: ScoredStatement) => one.statement.kind === "code";
  if (isCode(candidate) && picked.filter(isCode).length === MAX_CODE_BLOCKS) return false;
  if (picked.some((earlier) => overlap(candidate, earlier) || isDuplicate(candidate, earlier, language)))
    return false;
  const isNewTerm = [...candidate.terms].some((term) => picked.every((earlier) => !earlier.terms.has(term)));
  return isNewTerm || candidate.score >= best.score * MIN_RELATIVE_SCORE_WITHOUT_NEW_TERM;
}

/** A row or item beside what has the question's words, and itself has none that is missing there. */
function isOtherRow({ ownTerms }: ScoredStatement, picked: readonly ScoredStatement[]): boolean {
  if (!ownTerms) return false;
  const known = picked.map((earlier) => earlier.ownTerms ?? earlier.terms);
  return (
    known.some(({ size }) => size > 0) &&
    [...ownTerms].every((term) => known.some((terms) => terms.has(term)))
  );
}

function isDanglingLeadIn({ statement, text }: ScoredStatement): boolean {
  return statement.kind === "sentence" && text.endsWith(":");
}

function qualifiesFromOtherDocument({ score, terms }: ScoredStatement, best: ScoredStatement): boolean {
  return (
    score >= best.score * MIN_RELATIVE_SCORE_IN_OTHER_DOCUMENT &&
    terms.size >= Math.min(MIN_TERMS_IN_OTHER_DOCUMENT, best.terms.size)
  );
}

function overlap(a: ScoredStatement, b: ScoredStatement): boolean {
  return isSameDocument(a, b) && a.statement.start < b.statement.end && b.statement.start < a.statement.end;
}

function isSameDocument(a: { readonly passage: Passage }, b: { readonly passage: Passage }): boolean {
  return a.passage.document.documentId === b.passage.document.documentId;
}

/**
 * Says the same in nearly the same words; or the same of something else, and less of the question. Two rows of a table share
 * the names of its columns, and are the same only word for word.
 */
function isDuplicate(candidate: ScoredStatement, earlier: ScoredStatement, { texts }: Language): boolean {
  if (candidate.statement.kind === "row" || earlier.statement.kind === "row")
    return candidate.statement.words === earlier.statement.words;
  if (!isNearDuplicate(candidate.text, earlier.text)) return false;
  return (
    [...earlier.terms].some((term) => !candidate.terms.has(term)) || !differInFacts(candidate, earlier, texts)
  );
}

/** Jaccard similarity of the word sets. */
function isNearDuplicate(a: string, b: string): boolean {
  const [left, right] = [wordSet(a), wordSet(b)];
  let shared = 0;
  for (const word of left) if (right.has(word)) shared++;
  return shared / Math.max(1, left.size + right.size - shared) >= MIN_JACCARD_OF_DUPLICATES;
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(alphanumericRuns(text.toLowerCase()));
}

function inReadingOrder(picked: readonly ScoredStatement[]): readonly ScoredStatement[] {
  const documents = [...new Set(picked.map(({ passage }) => passage.document.documentId))];
  return documents.flatMap((documentId) =>
    picked
      .filter(({ passage }) => passage.document.documentId === documentId)
      .sort((a, b) => a.statement.start - b.statement.start),
  );
}

/** Sentences that follow one another become one quote with one citation. */
function mergeAdjacent(quotes: readonly Quote[], quote: Quote): Quote[] {
  const last = quotes.at(-1);
  if (!last || !isSameDocument(last, quote)) return [...quotes, quote];
  const isOfOther = last.isQuotedReply !== quote.isQuotedReply || last.quotedAuthor !== quote.quotedAuthor;
  const isBlock = last.isBlock || quote.isBlock || isOfOther;
  if (quote.start < last.end || (!isBlock && isAdjacent(last, quote, quote.passage.document.text))) {
    const { isQuotedReply, quotedAuthor } = last;
    const merged = toProseQuote(last.passage, last.start, Math.max(last.end, quote.end));
    const reply = {
      ...(isQuotedReply && { isQuotedReply }),
      ...(quotedAuthor !== undefined && { quotedAuthor }),
    };
    return [...quotes.slice(0, -1), { ...merged, ...reply }];
  }
  return [...quotes, quote];
}
