import type { Settings } from "../../model/source";
import type { ConnectorContext } from "../connector";
import { readDateSetting } from "../shared/settings/read-date-setting";
import type { GitHubClient } from "./client";
import { listFiles } from "./deliver-files";
import { describeIssue } from "./deliver-issues";
import { listRepos, type Repo } from "./repos/list-repos";
import { fileId } from "./to-document";

/** Ids of every issue and file, with a hundred issues per request. */
export async function listIds(
  client: GitHubClient,
  { source, withPrefix }: Pick<ConnectorContext, "source" | "withPrefix">,
): Promise<readonly string[]> {
  const { settings } = source;
  const repos = await listRepos(client, settings);
  const ids = await Promise.all(
    repos.flatMap((repo) => [
      listIssueIds(client, repo, settings),
      settings.files === false ? [] : listFileIds(client, repo, withPrefix),
    ]),
  );
  return [...new Set(ids.flat())];
}

async function listIssueIds(
  client: GitHubClient,
  { name }: Repo,
  settings: Settings,
): Promise<readonly string[]> {
  const floor = readDateSetting(settings, "since");
  // Oldest first: issues created meanwhile are appended and shift nothing.
  const query = new URLSearchParams({ state: "all", sort: "created", direction: "asc", per_page: "100" });
  if (floor !== undefined) query.set("since", new Date(floor).toISOString());
  const path = `/repos/${name}/issues?${query}`;
  return (await client.all(path, (raw) => describeIssue(name, raw)?.id ?? [])) ?? [];
}

/** Where GitHub does not list all files, the known ones count as existing. */
async function listFileIds(
  client: GitHubClient,
  repo: Repo,
  withPrefix: ConnectorContext["withPrefix"],
): Promise<readonly string[]> {
  const { entries, complete } = await listFiles(client, repo);
  const listed = entries.map(({ path }) => fileId(repo.name, path));
  return complete ? listed : [...listed, ...(await withPrefix(fileId(repo.name, "")))];
}
