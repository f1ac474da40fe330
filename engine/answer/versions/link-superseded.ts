import { startOf } from "./compare-versions";
import type { ComparedStatement } from "./compared-statement";

/** Marks the statements of documents that another document found says it replaces. */
export function linkSuperseded(statements: readonly ComparedStatement[]): readonly ComparedStatement[] {
  const replacing = statements.filter(({ analysed: { status } }) => status.replaces && !status.isPending);
  if (replacing.length === 0) return statements;
  return statements.map((statement) => {
    const { status } = statement.analysed;
    const newer = replacing.find((candidate) => replaces(candidate, statement));
    if (!newer) return statement;
    const supersededOn = status.supersededOn ?? newer.analysed.status.validFrom;
    return {
      ...statement,
      analysed: {
        ...statement.analysed,
        status: {
          ...status,
          isSuperseded: true,
          supersededBy: newer.passage.document,
          ...(supersededOn !== undefined && { supersededOn }),
        },
      },
    };
  });
}

/** It names the other's year or version, and is about the same. */
function replaces(newer: ComparedStatement, older: ComparedStatement): boolean {
  if (newer.passage.document.documentId === older.passage.document.documentId) return false;
  const { replaces: named } = newer.analysed.status;
  const { status } = older.analysed;
  if (!named || !hasSameTitle(newer, older)) return false;
  const year = status.year ?? yearOf(startOf(status));
  const isNamed =
    (year !== undefined && named.years.includes(year)) ||
    (status.version !== undefined && named.versions.includes(status.version));
  return isNamed && startOf(status) !== startOf(newer.analysed.status);
}

export function hasSameTitle(a: ComparedStatement, b: ComparedStatement): boolean {
  const [title, other] = [a.analysed.title, b.analysed.title];
  return title.size === other.size && [...title].every((term) => other.has(term));
}

function yearOf(time: number | undefined): number | undefined {
  return time === undefined ? undefined : new Date(time).getUTCFullYear();
}
