import type { AskedFacts } from "../../language/facts";
import type { Language } from "../../language/language";
import type { Retriever } from "../../retrieve/retriever";
import { alphanumericRuns } from "../../util/words";
import type { ScoredStatement } from "../evidence/score-statements";
import { textWithoutContext } from "../evidence/text-without-context";
import { type AnalysisDeps, analyseStatement, createTermReader } from "./analyse-statement";
import { chooseSpeaker } from "./choose-speaker";
import { chooseVersion } from "./choose-version";
import { compareVersions, isInForce } from "./compare-versions";
import type { ComparedStatement, Contradiction } from "./compared-statement";
import { contradicts } from "./contradicts";
import { hasSameTitle, linkSuperseded } from "./link-superseded";
import { withoutWords } from "./without-words";

/** Of the best score; statements below it are not compared. */
const MIN_RELATIVE_SCORE = 0.5;
const MAX_COMPARED = 16;
/** Code in one line may be longer by far than any statement with a value. */
const MAX_ANALYSED_CHARACTERS = 2_000;
/** A statement about nothing but its document's version. */
const VERSION_NOTE_FACTOR = 0.6;
/** What is superseded or a draft stays below what is nearly as good and in force. */
const SUPERSEDED_FACTOR = 0.93;
/** Puts a statement just before another one. */
const RAISE = 1e-6;

export interface VersionDeps {
  readonly language: Language;
  readonly retriever: Pick<Retriever, "terms">;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export interface WeighedStatements<Scored extends ScoredStatement = ScoredStatement> {
  /** Best first, without those of versions that the question does not ask about. */
  readonly statements: readonly Scored[];
  /** The statements whose versions are known. */
  readonly compared: readonly ComparedStatement[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * Finds contradictions among the best statements, leaves of several versions the one that the question asks about, and puts
 * what holds before what it replaces.
 */
export function weighVersions<Scored extends ScoredStatement>(
  statements: readonly Scored[],
  question: string,
  deps: VersionDeps,
): WeighedStatements<Scored> {
  const { questions, versions } = deps.language;
  const choice = versions.parseChoice(question);
  const asked = questions.askedFacts(question);
  const { age, version } = choice.words;
  const subject = withoutWords(question, [
    ...age,
    ...version,
    ...(asked.unit === undefined ? [] : [asked.unit]),
  ]);
  const best = statements.slice(0, countCompared(statements));
  const analysis = { ...deps, contentTerms: createTermReader(deps.retriever) };
  const analysed = best.map((statement) => toCompared(statement, subject, analysis));
  const linked = linkSuperseded(analysed).map((statement) => rescore(statement, question, deps.language));
  const ordered = preferLaterCopies(chooseSpeaker(linked, question, questions));
  const found = findContradictions(ordered, asked, deps.language);
  const chosen = chooseVersion(ordered, found, choice);
  const told = chosen.contradictions.filter(({ newer, older }) => !isSameMessage(newer, older));
  const isOpen = !choice.period && choice.version === undefined && choice.preferred !== "earlier";
  const raised = raiseNewer([...told, ...(isOpen ? replacements(chosen.statements) : [])]);
  const current = (statement: ComparedStatement) => raised.get(statement) ?? statement;
  const compared = chosen.statements.map(current);
  return {
    statements: [...withScores(best, compared), ...statements.slice(best.length)].sort(
      (a, b) => b.score - a.score,
    ),
    compared,
    contradictions: told.map(({ newer, older, isOrderKnown }) => ({
      newer: current(newer),
      older: current(older),
      isOrderKnown,
    })),
  };
}

/** The statements that were kept, with their new scores. */
function withScores<Scored extends ScoredStatement>(
  statements: readonly Scored[],
  compared: readonly ComparedStatement[],
): readonly Scored[] {
  const scores = new Map(compared.map(({ statement, score }) => [statement, score]));
  return statements.flatMap((original) => {
    const score = scores.get(original.statement);
    return score === undefined ? [] : [{ ...original, score }];
  });
}

function countCompared(statements: readonly ScoredStatement[]): number {
  const least = (statements[0]?.score ?? 0) * MIN_RELATIVE_SCORE;
  const end = statements.findIndex(({ score }) => score < least);
  return Math.min(MAX_COMPARED, end < 0 ? statements.length : end);
}

function toCompared(statement: ScoredStatement, question: string, deps: AnalysisDeps): ComparedStatement {
  const { passage } = statement;
  const text = textWithoutContext(statement).slice(0, MAX_ANALYSED_CHARACTERS);
  const { start } = statement.statement;
  return {
    ...statement,
    analysed: analyseStatement({ passage, start, text }, question, deps),
    isVersionNote: deps.language.versions.versionNote.test(text.trim()),
  };
}

function rescore(statement: ComparedStatement, question: string, { versions }: Language): ComparedStatement {
  const { isSuperseded, isDraft } = statement.analysed.status;
  const isIdle = statement.isVersionNote && !versions.asksForValidity.test(question);
  const factor = (isIdle ? VERSION_NOTE_FACTOR : 1) * (isSuperseded || isDraft ? SUPERSEDED_FACTOR : 1);
  return factor === 1 ? statement : { ...statement, score: statement.score * factor };
}

/** Of statements with the same words the one that holds gets the best of their scores. */
function preferLaterCopies(statements: readonly ComparedStatement[]): readonly ComparedStatement[] {
  const groups = new Map<string, ComparedStatement[]>();
  for (const statement of statements) {
    const words = alphanumericRuns(statement.text.toLowerCase()).join(" ");
    groups.set(words, [...(groups.get(words) ?? []), statement]);
  }
  return [...groups.values()].flatMap((group) => {
    const scores = group.map(({ score }) => score).sort((a, b) => b - a);
    return [...group]
      .sort((a, b) => compareVersions(b.analysed.status, a.analysed.status))
      .map((statement, position) => ({ ...statement, score: scores[position] ?? statement.score }));
  });
}

function findContradictions(
  statements: readonly ComparedStatement[],
  asked: AskedFacts,
  { versions: patterns }: Language,
): readonly Contradiction[] {
  return statements.flatMap((a, position) =>
    statements.slice(position + 1).flatMap((b) => {
      if (!canContradict(a, b) || !contradicts(a.analysed, b.analysed, { asked, patterns })) return [];
      const order = compareStatements(a, b);
      const [newer, older] = (order || a.score - b.score) >= 0 ? [a, b] : [b, a];
      return [{ newer, older, isOrderKnown: order !== 0 }];
    }),
  );
}

/** What stands in one text contradicts itself only where it names from when or until when each statement holds. */
function canContradict(a: ComparedStatement, b: ComparedStatement): boolean {
  if (!isSameMessage(a, b)) return true;
  const bounds = [a, b].map(({ analysed: { status } }) => `${status.validFrom} ${status.validUntil}`);
  return bounds[0] !== bounds[1];
}

/** Statements of one document, and of one message of a thread. */
function isSameMessage(a: ComparedStatement, b: ComparedStatement): boolean {
  const { document } = a.passage;
  if (document.documentId !== b.passage.document.documentId) return false;
  const partOf = ({ statement }: ComparedStatement) =>
    document.parts?.findIndex(({ start, end }) => start <= statement.start && statement.start < end) ?? -1;
  return partOf(a) === partOf(b) && a.statement.isQuotedReply === b.statement.isQuotedReply;
}

/** What a mail quotes is older than the mail. */
function compareStatements(a: ComparedStatement, b: ComparedStatement): number {
  const isSameDocument = a.passage.document.documentId === b.passage.document.documentId;
  const byQuote = Number(b.statement.isQuotedReply ?? false) - Number(a.statement.isQuotedReply ?? false);
  return (isSameDocument && byQuote) || compareVersions(a.analysed.status, b.analysed.status);
}

/** For the best statement, where it is superseded, the best of the document that holds in its place, if it says as much. */
function replacements(statements: readonly ComparedStatement[]): readonly Contradiction[] {
  const byScore = [...statements].sort((a, b) => b.score - a.score);
  const [older] = byScore;
  if (!older?.analysed.status.isSuperseded) return [];
  const newer = byScore.find(
    (other) =>
      isInForce(other.analysed.status) &&
      (other.passage.document === older.analysed.status.supersededBy || hasSameTitle(other, older)) &&
      [...older.analysed.questionTerms].every((term) => other.analysed.questionTerms.has(term)),
  );
  return newer ? [{ newer, older, isOrderKnown: true }] : [];
}

/** What contradicts a better scored statement and holds in its place gets its score. */
function raiseNewer(
  contradictions: readonly Contradiction[],
): ReadonlyMap<ComparedStatement, ComparedStatement> {
  const raised = new Map<ComparedStatement, ComparedStatement>();
  for (const { newer, older, isOrderKnown } of contradictions) {
    const score = (raised.get(newer) ?? newer).score;
    if (isOrderKnown && older.score >= score) raised.set(newer, { ...newer, score: older.score + RAISE });
  }
  return raised;
}
