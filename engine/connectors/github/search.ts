import type { SourceDocument } from "../../model/source-document";
import { interleave } from "../../util/interleave";
import type { ConnectorContext, LiveQuery } from "../connector";
import { stripQuerySyntax } from "../shared/search/strip-query-syntax";
import { readDateSetting } from "../shared/settings/read-date-setting";
import type { GitHubClient } from "./client";
import { deliverIssues } from "./deliver-issues";
import { listRepos } from "./repos/list-repos";
import { parseRepoCursor } from "./repos/repo-cursor";
import { issue, searchResult } from "./schema";

/** GitHub's query syntax; a dash before a word excludes it. */
const SYNTAX = /[":()]|(?<!\S)-+/g;
/** Maximum number of qualifiers in a query. */
const MAX_OWNERS = 10;
const MAX_NAMES = 5;

/** Issues and pull requests that GitHub's own search finds in the source's repositories. */
export async function search(
  client: GitHubClient,
  { source }: Pick<ConnectorContext, "source">,
  query: LiveQuery,
): Promise<readonly SourceDocument[]> {
  const words = stripQuerySyntax(query.text, SYNTAX);
  if (words === "") return [];
  const known = parseRepoCursor(source.cursor).repos;
  const repos = (known.length > 0 ? known : await listRepos(client, source.settings)).map(({ name }) => name);
  const searchQuery = `${words} ${toRepoQualifiers(repos)} ${toDateQualifiers(query, readDateSetting(source.settings, "since"))}`;
  // Tokens of GitHub Apps may not search both kinds at once.
  const lists = await Promise.all(
    ["is:issue", "is:pull-request"].map((kind) => find(client, `${searchQuery} ${kind}`, query.limit)),
  );
  const found = interleave(lists).flatMap((raw) => {
    const address = issue.pick({ repository_url: true }).safeParse(raw).data?.repository_url ?? "";
    const repo = repos.find((name) => address.endsWith(`/repos/${name}`));
    return repo === undefined ? [] : [{ repo, raw }];
  });
  const read = await Promise.all(
    found.slice(0, query.limit).map(({ repo, raw }) => deliverIssues(client, repo, [raw])),
  );
  return read.flatMap(({ documents }) => documents);
}

async function find(client: GitHubClient, q: string, limit: number): Promise<readonly unknown[]> {
  const query = new URLSearchParams({ q, per_page: String(Math.min(100, limit)) });
  return (await client.find(`/search/issues?${query}`, searchResult))?.items ?? [];
}

/**
 * Qualifies a few repositories by name, many by their owners; results of other repositories are filtered out
 * afterwards.
 */
function toRepoQualifiers(repos: readonly string[]): string {
  if (repos.length <= MAX_NAMES) return repos.map((name) => `repo:${name}`).join(" ");
  const owners = [...new Set(repos.map((name) => name.split("/")[0]))];
  return owners
    .slice(0, MAX_OWNERS)
    .map((owner) => `user:${owner}`)
    .join(" ");
}

function toDateQualifiers({ updatedAfter = 0, updatedBefore }: LiveQuery, floor = 0): string {
  const after = Math.max(updatedAfter, floor);
  const from = after > 0 ? `updated:>=${new Date(after).toISOString()}` : "";
  const to = updatedBefore === undefined ? "" : `updated:<=${new Date(updatedBefore).toISOString()}`;
  return `${from} ${to}`.trim();
}
