import type { AskedFacts, Fact, FactKind } from "../../language/facts";
import type { VersionPatterns } from "../../language/version-patterns";
import type { AnalysedStatement, Cell } from "./analyse-statement";
import { isSameFact } from "./is-same-fact";
import { isSameSubject, type Subject } from "./is-same-subject";

/** Of the shorter statement, where the question says which kind of value it asks for. */
const MIN_OVERLAP = 0.5;
/** Where it does not, and for statements that differ in a negation. */
const MIN_OVERLAP_IF_OPEN = 0.7;
/** Longer statements hold many values. */
const MAX_CHARACTERS = 400;

export interface ContradictionOptions {
  readonly asked: AskedFacts;
  readonly patterns: VersionPatterns;
}

/** Whether two statements about the same differ in a value that the question asks for, or one denies what the other says. */
export function contradicts(
  a: AnalysedStatement,
  b: AnalysedStatement,
  { asked, patterns }: ContradictionOptions,
): boolean {
  if (Math.max(a.placed.text.length, b.placed.text.length) > MAX_CHARACTERS) return false;
  if (a.cells.length > 0 && b.cells.length > 0) return rowsContradict(a, b, asked);
  const compared = comparedFacts(a, b, asked);
  const isDenied = a.isNegated !== b.isNegated && (asked.isYesNo || !asked.kinds);
  if (compared.length === 0 && !isDenied) return false;
  const kinds = new Set(compared);
  if (differInOtherFacts(a, b, kinds) || (!asked.kinds && kinds.size > 1 && kinds.has("date"))) return false;
  const minOverlap = asked.kinds && !isDenied ? MIN_OVERLAP : MIN_OVERLAP_IF_OPEN;
  const [left, right] = [toSubject(a, kinds, patterns), toSubject(b, kinds, patterns)];
  return isSameSubject(left, right, { minOverlap, patterns });
}

/** The kinds of values asked for in which the two have nothing in common. */
function comparedFacts(a: AnalysedStatement, b: AnalysedStatement, asked: AskedFacts): readonly FactKind[] {
  const wanted = (statement: AnalysedStatement) => statement.facts.filter((fact) => isAsked(fact, asked));
  return disjointKinds(wanted(a), wanted(b));
}

function isAsked({ kind, unit }: Fact, asked: AskedFacts): boolean {
  if (!asked.kinds) return kind !== "name";
  if (!asked.kinds.has(kind)) return false;
  return kind !== "amount" || asked.unit === undefined || unit === asked.unit;
}

/** Values of another kind are part of the subject: another weekday, another year, another floor. */
function differInOtherFacts(
  a: AnalysedStatement,
  b: AnalysedStatement,
  compared: ReadonlySet<FactKind>,
): boolean {
  const isPeriod = ({ kind }: Fact) => kind === "date";
  const others = (statement: AnalysedStatement) => {
    const { validFrom, validUntil, supersededOn } = statement.status;
    const isVersioned = (validFrom ?? validUntil ?? supersededOn) !== undefined;
    return statement.facts.filter(
      (fact) => !compared.has(fact.kind) && fact.kind !== "name" && !(isVersioned && isPeriod(fact)),
    );
  };
  return disjointKinds(others(a), others(b)).length > 0;
}

/** Kinds, with the same unit, of which both have values and none in common. */
export function disjointKinds(a: readonly Fact[], b: readonly Fact[]): readonly FactKind[] {
  const found = new Set<FactKind>();
  for (const { kind, unit } of a) {
    const [left, right] = [a, b].map((facts) =>
      facts.filter((fact) => fact.kind === kind && fact.unit === unit),
    );
    if (!right?.length || left?.some((fact) => right.some((other) => isSameFact(fact, other)))) continue;
    found.add(kind);
  }
  return [...found];
}

function toSubject(
  analysed: AnalysedStatement,
  compared: ReadonlySet<FactKind>,
  { datePreposition }: VersionPatterns,
): Subject {
  const { placed, facts, polarityWords } = analysed;
  const hidden = [
    ...polarityWords,
    ...facts.flatMap(({ kind, start, end }) => {
      const lead = kind === "date" ? (datePreposition.exec(placed.text.slice(0, start))?.[0].length ?? 0) : 0;
      return isHidden(kind, compared) ? [[start - lead, end] as const] : [];
    }),
  ];
  const rest = hidden.reduce(
    (text, [start, end]) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end),
    placed.text,
  );
  return { analysed, rest };
}

/** Numbers are compared as facts; names are words of the subject unless they are asked for. */
function isHidden(kind: FactKind, compared: ReadonlySet<FactKind>): boolean {
  return compared.has(kind) || (kind !== "name" && kind !== "weekday");
}

/** Rows with the same first cell, in a column that the question asks for. */
function rowsContradict(a: AnalysedStatement, b: AnalysedStatement, asked: AskedFacts): boolean {
  const [head, otherHead] = [a.cells[0], b.cells[0]];
  if (head?.text.trim().toLowerCase() !== otherHead?.text.trim().toLowerCase()) return false;
  const columns = a.cells.slice(1).flatMap((cell) => {
    const other = b.cells.find(({ column }) => column === cell.column);
    return other ? [[cell, other] as const] : [];
  });
  const named = columns.filter(([{ column }]) =>
    a.termsOf(column).some(({ term }) => a.questionTerms.has(term)),
  );
  return (named.length > 0 ? named : columns).some(([cell, other]) => cellsDiffer(cell, other, asked));
}

function cellsDiffer(a: Cell, b: Cell, asked: AskedFacts): boolean {
  const wanted = ({ facts }: Cell) => facts.filter((fact) => isAsked(fact, asked) || fact.kind === "name");
  return disjointKinds(wanted(a), wanted(b)).length > 0;
}
