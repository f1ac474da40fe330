import type { Fact } from "../../language/facts";
import { periodOfDate } from "../../language/period-of-date";
import type { VersionChoice } from "../../language/version-patterns";
import { startOf } from "./compare-versions";
import type { ComparedStatement, Contradiction } from "./compared-statement";
import { endOf, isOfVersion } from "./holds-in";
import { hasSameTitle } from "./link-superseded";

/** Of the best score: a version that says less about the question does not displace another. */
const MIN_RELATIVE_SCORE = 0.6;

interface Choosable {
  readonly statements: readonly ComparedStatement[];
  readonly contradictions: readonly Contradiction[];
}

/** Leaves out the statements of versions that the question does not ask about, with their contradictions. */
export function chooseVersion(
  statements: readonly ComparedStatement[],
  contradictions: readonly Contradiction[],
  choice: VersionChoice,
): Choosable {
  const dropped = new Set<ComparedStatement>([
    ...notOfPeriod(statements, contradictions, choice),
    ...notOfVersion(statements, choice),
    ...notPreferred(contradictions, choice),
  ]);
  return {
    statements: statements.filter((statement) => !dropped.has(statement)),
    contradictions: contradictions.filter(({ newer, older }) => !dropped.has(newer) && !dropped.has(older)),
  };
}

function notPreferred(
  contradictions: readonly Contradiction[],
  { preferred, period, version }: VersionChoice,
): readonly ComparedStatement[] {
  if (!preferred || period || version !== undefined) return [];
  const ordered = contradictions.filter(({ isOrderKnown }) => isOrderKnown);
  return ordered.map(({ newer, older }) => (preferred === "current" ? older : newer));
}

/** A version named by its number: other numbers, where there are statements of this one. */
function notOfVersion(
  statements: readonly ComparedStatement[],
  { version }: VersionChoice,
): readonly ComparedStatement[] {
  if (version === undefined) return [];
  const isWanted = ({ analysed }: ComparedStatement) => isOfVersion(analysed.status, version);
  const isOther = (statement: ComparedStatement) =>
    statement.analysed.status.version !== undefined && !isWanted(statement);
  const wanted = statements.filter(isWanted);
  return displacedBy(wanted, statements, isOther);
}

/**
 * What did not hold in the period asked about, where something else did: by its own words or title, or, for two statements
 * that contradict each other, by the dates of their files.
 */
function notOfPeriod(
  statements: readonly ComparedStatement[],
  contradictions: readonly Contradiction[],
  { period }: VersionChoice,
): readonly ComparedStatement[] {
  if (!period) return [];
  const { after = -Infinity, before = Infinity } = period;
  const heldIn = (statement: ComparedStatement) => {
    const named = statement.isVersionNote ? [] : statement.analysed.facts.flatMap(periodsOf);
    return [heldDuring(statement, statements), ...named].some(
      ([start, end]) => start < before && end > after,
    );
  };
  const dated = statements.filter(
    ({ analysed: { status } }) => (startOf(status) ?? status.validUntil) !== undefined,
  );
  const wanted = dated.filter(heldIn);
  const isOther = (statement: ComparedStatement) => dated.includes(statement) && !heldIn(statement);
  return [
    ...displacedBy(wanted, statements, isOther),
    ...contradictions.flatMap((found) => notOfPeriodByDate(found, { after, before })),
  ];
}

function periodsOf({ kind, value }: Fact): readonly (readonly [number, number])[] {
  return kind === "date" && /^\d{4}/.test(value) ? [periodOfDate(value)] : [];
}

/** From when to when a statement holds: until the next version of its document, or until the end of the year it is named for. */
function heldDuring(
  statement: ComparedStatement,
  statements: readonly ComparedStatement[],
): readonly [number, number] {
  const { status } = statement.analysed;
  const start = startOf(status) ?? -Infinity;
  const later = statements
    .filter((other) => hasSameTitle(statement, other))
    .flatMap((other) => startOf(other.analysed.status) ?? [])
    .filter((time) => time > start);
  const next = Math.min(Infinity, ...later);
  return [start, Math.min(next, endOf(status))];
}

/** The other statements, where one of the wanted ones answers nearly as well as the best. */
function displacedBy(
  wanted: readonly ComparedStatement[],
  statements: readonly ComparedStatement[],
  isOther: (statement: ComparedStatement) => boolean,
): readonly ComparedStatement[] {
  const best = Math.max(0, ...statements.map(({ score }) => score));
  const isGood = wanted.some(({ score }) => score >= best * MIN_RELATIVE_SCORE);
  return isGood ? statements.filter(isOther) : [];
}

/** Of two dated files, the later one held from its date on, the earlier one until then. */
function notOfPeriodByDate(
  { newer, older, isOrderKnown }: Contradiction,
  { after, before }: { readonly after: number; readonly before: number },
): readonly ComparedStatement[] {
  const isDated = ({ analysed: { status } }: ComparedStatement) => startOf(status) !== undefined;
  if (!isOrderKnown || isDated(newer) || isDated(older)) return [];
  const changedAt = newer.analysed.status.updatedAt;
  if (changedAt >= before) return [newer];
  return changedAt <= after ? [older] : [];
}
