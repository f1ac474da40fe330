import type { VersionPatterns } from "../../language/version-patterns";
import type { AnalysedStatement, TextTerm } from "./analyse-statement";

/** Fewer shared terms are enough where one statement has no term that the other lacks, or they are all that is asked about. */
const MIN_SHARED_TERMS = 3;
const MIN_QUESTION_TERMS = 2;
/** Share of the terms of the shorter statement, where each has a term that the other lacks. */
const MIN_OVERLAP_OF_REWORDED = 0.6;

export interface SubjectOptions {
  /** Share of the terms of the shorter statement that both have. */
  readonly minOverlap: number;
  readonly patterns: VersionPatterns;
}

/** A statement with its words without the values that are compared. */
export interface Subject {
  readonly analysed: AnalysedStatement;
  readonly rest: string;
}

/**
 * Whether two statements are about the same: they share most terms, and what only one has does not make it another subject
 * ("in Berlin" against "in Munich", "sick leave" against "parental leave").
 */
export function isSameSubject(a: Subject, b: Subject, { minOverlap, patterns }: SubjectOptions): boolean {
  if (!isSameContext(a.analysed, b.analysed)) return false;
  const [left, right] = [a.analysed.termsOf(a.rest), b.analysed.termsOf(b.rest)];
  const [onlyLeft, onlyRight] = [difference(left, right), difference(right, left)];
  const terms = (list: readonly TextTerm[]) => new Set(list.map(({ term }) => term));
  const shared = terms(left).size - terms(onlyLeft).size;
  const overlap = shared / Math.max(1, Math.min(terms(left).size, terms(right).size));
  if (shared === 0 || overlap < minOverlap) return false;
  const isReworded = onlyLeft.length > 0 && onlyRight.length > 0;
  if (isReworded) {
    if (shared < MIN_SHARED_TERMS && !shareQuestion(a.analysed, terms(left), terms(right))) return false;
    if (overlap < MIN_OVERLAP_OF_REWORDED || areDistinct(left, right)) return false;
  }
  return !isScoped(a, onlyLeft, patterns) && !isScoped(b, onlyRight, patterns);
}

/** Both statements themselves have all that the question is about. */
function shareQuestion(
  { questionTerms }: AnalysedStatement,
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
): boolean {
  return (
    questionTerms.size >= MIN_QUESTION_TERMS &&
    isSubset(questionTerms, left) &&
    isSubset(questionTerms, right)
  );
}

/** Neither has a term of the question that the other lacks, and their documents are not of different things. */
function isSameContext(a: AnalysedStatement, b: AnalysedStatement): boolean {
  if (!isSubset(a.questionTerms, b.questionTerms) || !isSubset(b.questionTerms, a.questionTerms))
    return false;
  const isSameTitle = isSubset(a.title, b.title) && isSubset(b.title, a.title);
  if (isSameTitle) return !haveDifferentPlaces(a, b);
  const isSubstituted = !isSubset(a.title, b.title) && !isSubset(b.title, a.title);
  return !(isSubstituted && [...a.title].some((term) => b.title.has(term)));
}

/** Under the same title, other headings or folders are other things. */
function haveDifferentPlaces(a: AnalysedStatement, b: AnalysedStatement): boolean {
  const areDisjoint = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    one.size > 0 && other.size > 0 && [...one].every((term) => !other.has(term));
  return areDisjoint(a.heading, b.heading) || areDisjoint(a.folder, b.folder);
}

function difference(terms: readonly TextTerm[], others: readonly TextTerm[]): readonly TextTerm[] {
  const known = new Set(others.map(({ term }) => term));
  return terms.filter(({ term }) => !known.has(term));
}

/** What each has of its own are names, or fill the same place: they are about different things. */
function areDistinct(left: readonly TextTerm[], right: readonly TextTerm[]): boolean {
  const haveNames = hasProper(difference(left, right)) && hasProper(difference(right, left));
  return haveNames || fillSameSlot(left, right);
}

function hasProper(terms: readonly TextTerm[]): boolean {
  return terms.some(({ isProper }) => isProper);
}

/** Different terms stand before or after the same one: "sick leave", "parental leave". */
function fillSameSlot(left: readonly TextTerm[], right: readonly TextTerm[]): boolean {
  const neighbours = (terms: readonly TextTerm[], others: readonly TextTerm[]) => {
    const foreign = new Set(difference(terms, others).map(({ term }) => term));
    return new Set(
      terms.flatMap(({ term }, position) => {
        if (!foreign.has(term)) return [];
        const [before, after] = [terms[position - 1]?.term, terms[position + 1]?.term];
        return [
          ...(before !== undefined && !foreign.has(before) ? [`${before} _`] : []),
          ...(after !== undefined && !foreign.has(after) ? [`_ ${after}`] : []),
        ];
      }),
    );
  };
  const slots = neighbours(left, right);
  return [...neighbours(right, left)].some((slot) => slots.has(slot));
}

/** Says where, when or for whom only this statement holds. */
function isScoped(
  { analysed, rest }: Subject,
  only: readonly TextTerm[],
  patterns: VersionPatterns,
): boolean {
  if (only.length === 0) return false;
  const foreign = new Set(only.map(({ term }) => term));
  return [...rest.matchAll(patterns.scopePreposition)].some(({ 0: words, index }) => {
    const after = rest.slice(index + words.length).split(/[.,;:()\n]/u)[0] ?? "";
    if (patterns.universalScope.test(after)) return false;
    const [scope] = analysed.termsOf(after);
    return scope !== undefined && foreign.has(scope.term);
  });
}

function isSubset(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((term) => b.has(term));
}
