import type { Settings } from "../../model/source";
import type { ConnectorContext } from "../connector";
import { readDateSetting } from "../shared/settings/read-date-setting";
import type { GitHubClient } from "./client";
import { listFiles, readsFiles } from "./deliver-files";
import { describeIssue } from "./deliver-issues";
import { listDiscussionIds } from "./discussions/read-discussions";
import { listReleaseIds } from "./releases";
import { listRepos, type Repo } from "./repos/list-repos";
import { fileId } from "./to-document";

/** Ids of every issue, file, release and discussion, with a hundred per request. */
export async function listIds(
  client: GitHubClient,
  { source, withPrefix }: Pick<ConnectorContext, "source" | "withPrefix">,
): Promise<readonly string[]> {
  const { settings } = source;
  const repos = await listRepos(client, settings);
  const ids = await Promise.all(
    repos.flatMap((repo) => [
      listIssueIds(client, repo, settings),
      listReleaseIds(client, repo.name),
      listFileIds(client, repo, { source, withPrefix }),
      listRepoDiscussionIds(client, repo, withPrefix),
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
  return (await client.all(path, (raw) => describeIssue(name, raw).id)) ?? [];
}

/** Where GitHub does not list all files, the known ones count as existing. */
async function listFileIds(
  client: GitHubClient,
  repo: Repo,
  { source, withPrefix }: Pick<ConnectorContext, "source" | "withPrefix">,
): Promise<readonly string[]> {
  if (!readsFiles(source.settings, repo.name)) return [];
  const { entries, complete, leftOut } = await listFiles(client, repo, source.settings);
  const listed = [...entries.map(({ path }) => fileId(repo.name, path)), ...(leftOut ? [leftOut.id] : [])];
  return complete ? listed : [...listed, ...(await withPrefix(fileId(repo.name, "")))];
}

/** Discussions that may not be read any more count as existing until they are verified one by one. */
async function listRepoDiscussionIds(
  client: GitHubClient,
  { name, hasDiscussions }: Repo,
  withPrefix: ConnectorContext["withPrefix"],
): Promise<readonly string[]> {
  if (!hasDiscussions) return [];
  return (await listDiscussionIds(client, name)) ?? (await withPrefix(`discussion:${name}#`));
}
