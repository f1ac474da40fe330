import type { Settings } from "../../model/source";
import type { LiveQuery } from "../connector";
import { readListSetting } from "../shared/settings/read-list-setting";
import { quoteString, safeDay, stripLuceneSyntax } from "../shared/vendors/atlassian/query-text";

/** Query for every wanted issue updated since then, in this order; milliseconds since the epoch. */
export function listJql(
  settings: Settings,
  { since, order }: { since?: number | undefined; order: string },
): string {
  // Jira rejects a query without conditions; every issue was updated after the epoch.
  const conditions = [...narrowing(settings), `updated >= "${safeDay(since ?? 0, "/")}"`];
  return `${conditions.join(" AND ")} ORDER BY ${order}`;
}

/** Query for Jira's own search, best first; undefined when no search words are left. */
export function searchJql(settings: Settings, query: LiveQuery): string | undefined {
  const words = stripLuceneSyntax(query.text);
  if (words === "") return undefined;
  const conditions = [...narrowing(settings), `text ~ ${quoteString(words)}`];
  if (query.updatedAfter !== undefined) conditions.push(`updated >= "${safeDay(query.updatedAfter, "/")}"`);
  return conditions.join(" AND ");
}

function narrowing(settings: Settings): string[] {
  const lists = [
    ["project", readListSetting(settings, "projects")],
    ["labels", readListSetting(settings, "labels")],
  ] as const;
  return lists
    .filter(([, names]) => names.length > 0)
    .map(([field, names]) => `${field} in (${names.map(quoteString).join(", ")})`);
}
