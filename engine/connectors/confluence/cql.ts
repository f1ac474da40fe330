import type { LiveQuery } from "../connector";
import { quoteString, safeDay, stripLuceneSyntax } from "../shared/vendors/atlassian/query-text";

const KINDS = "type in (page, blogpost)";

/**
 * Query for every page and blog post of these spaces changed since then, newest first; milliseconds since the epoch.
 */
export function listCql(spaces: readonly string[], since: number | undefined): string {
  const conditions = [KINDS, ...inSpaces(spaces), ...changedSince(since)];
  return `${conditions.join(" AND ")} ORDER BY lastmodified DESC`;
}

/** Query for every comment in these spaces, last change first. */
export function commentsCql(spaces: readonly string[]): string {
  return `${["type = comment", ...inSpaces(spaces)].join(" AND ")} ORDER BY lastmodified DESC`;
}

/** Query for Confluence's own search, best first; undefined when no search words are left. */
export function searchCql(spaces: readonly string[], query: LiveQuery): string | undefined {
  const words = stripLuceneSyntax(query.text);
  if (words === "") return undefined;
  const text = `text ~ ${quoteString(words)}`;
  return [KINDS, text, ...inSpaces(spaces), ...changedSince(query.updatedAfter)].join(" AND ");
}

function inSpaces(spaces: readonly string[]): string[] {
  return spaces.length === 0 ? [] : [`space in (${spaces.map(quoteString).join(", ")})`];
}

function changedSince(since: number | undefined): string[] {
  return since === undefined ? [] : [`lastmodified >= ${quoteString(safeDay(since, "-"))}`];
}
