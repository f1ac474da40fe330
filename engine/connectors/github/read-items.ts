import * as z from "zod";
import type { ItemsPage } from "../../model/pull-page";
import type { GitHubClient } from "./client";
import { deliverFiles, listFiles } from "./files";
import { deliverIssues } from "./issues";
import { findRepo } from "./repos";
import { issue } from "./schema";
import { fileId } from "./to-document";

/** The named items as they are now; what is gone, or may not be read any more, is a deletion. */
export async function readItems(
  client: GitHubClient,
  site: string,
  itemIds: readonly string[],
): Promise<ItemsPage> {
  const files = itemIds.filter((id) => FILE.test(id));
  const repos = [...new Set(files.map(repoOf))];
  const said = await Promise.all([
    ...itemIds.filter((id) => !FILE.test(id)).map((id) => readIssueItem(client, id)),
    ...repos.map((name) =>
      readFileItems(client, { site, name, ids: files.filter((id) => repoOf(id) === name) }),
    ),
  ]);
  return {
    documents: said.flatMap(({ documents }) => documents),
    deletions: said.flatMap(({ deletions }) => deletions),
    failures: said.flatMap(({ failures }) => failures),
  };
}

const ISSUE = /^issue:([^/]+\/[^#]+)#(\d+)$/;
const FILE = /^file:([^/]+\/[^/]+)\//;

function repoOf(fileItemId: string): string {
  return FILE.exec(fileItemId)?.[1] ?? "";
}

async function readIssueItem(client: GitHubClient, id: string): Promise<ItemsPage> {
  const gone = { documents: [], deletions: [id], failures: [] };
  const [, repo = "", number = ""] = ISSUE.exec(id) ?? [];
  const found = repo === "" ? undefined : await client.find(`/repos/${repo}/issues/${number}`, z.unknown());
  if (found === undefined) return gone;
  // GitHub redirects to where an issue was moved, and to a repository's new name.
  const now = /\/repos\/([^/]+\/[^/]+)$/.exec(issue.safeParse(found).data?.repository_url ?? "")?.[1] ?? repo;
  const said = await deliverIssues(client, now, [found]);
  return { ...said, deletions: now === repo ? [] : [id] };
}

interface FileItems {
  readonly site: string;
  /** Of the repository. */
  readonly name: string;
  readonly ids: readonly string[];
}

async function readFileItems(client: GitHubClient, { site, name, ids }: FileItems): Promise<ItemsPage> {
  const repo = await findRepo(client, name);
  if (!repo) return { documents: [], deletions: ids, failures: [] };
  const { entries, complete } = await listFiles(client, repo);
  const wanted = entries.filter(({ path }) => ids.includes(fileId(name, path)));
  const there = new Set(wanted.map(({ path }) => fileId(name, path)));
  const said = await deliverFiles(client, { site, repo }, wanted);
  // Under a new name of the repository, all that had the old one are gone.
  if (repo.name !== name) return { ...said, deletions: ids };
  return { ...said, deletions: complete ? ids.filter((id) => !there.has(id)) : [] };
}
