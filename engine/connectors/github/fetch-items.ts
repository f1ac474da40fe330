import * as z from "zod";
import type { ItemsPage } from "../../model/pull-page";
import { EMPTY_ITEMS, mergeItems } from "../shared/pull/items-page";
import type { GitHubClient } from "./client";
import { deliverFiles, listFiles } from "./deliver-files";
import { deliverIssues } from "./deliver-issues";
import { findRepo } from "./repos/list-repos";
import { issue } from "./schema";
import { fileId } from "./to-document";

/** The current state of these items; one that is gone or forbidden is a deletion. */
export async function fetchItems(
  client: GitHubClient,
  site: string,
  itemIds: readonly string[],
): Promise<ItemsPage> {
  const files = itemIds.filter((id) => FILE.test(id));
  const repos = [...new Set(files.map(repoOf))];
  const pages = await Promise.all([
    ...itemIds.filter((id) => !FILE.test(id)).map((id) => fetchIssueItem(client, id)),
    ...repos.map((name) =>
      fetchFileItems(client, { site, name, ids: files.filter((id) => repoOf(id) === name) }),
    ),
  ]);
  return mergeItems(pages);
}

const ISSUE = /^issue:([^/]+\/[^#]+)#(\d+)$/;
const FILE = /^file:([^/]+\/[^/]+)\//;

function repoOf(fileItemId: string): string {
  return FILE.exec(fileItemId)?.[1] ?? "";
}

async function fetchIssueItem(client: GitHubClient, id: string): Promise<ItemsPage> {
  const gone = { ...EMPTY_ITEMS, deletions: [id] };
  const [, repo = "", number = ""] = ISSUE.exec(id) ?? [];
  const found = repo === "" ? undefined : await client.find(`/repos/${repo}/issues/${number}`, z.unknown());
  if (found === undefined) return gone;
  // GitHub redirects to the new place of a moved issue and to a repository's new name.
  const currentRepo =
    /\/repos\/([^/]+\/[^/]+)$/.exec(issue.safeParse(found).data?.repository_url ?? "")?.[1] ?? repo;
  const delivered = await deliverIssues(client, currentRepo, [found]);
  return { ...delivered, deletions: currentRepo === repo ? [] : [id] };
}

interface FileItems {
  readonly site: string;
  /** Name of the repository. */
  readonly name: string;
  readonly ids: readonly string[];
}

async function fetchFileItems(client: GitHubClient, { site, name, ids }: FileItems): Promise<ItemsPage> {
  const repo = await findRepo(client, name);
  if (!repo) return { ...EMPTY_ITEMS, deletions: ids };
  const { entries, complete } = await listFiles(client, repo);
  const wanted = entries.filter(({ path }) => ids.includes(fileId(name, path)));
  const present = new Set(wanted.map(({ path }) => fileId(name, path)));
  const delivered = await deliverFiles(client, { site, repo }, wanted);
  // When the repository was renamed, the items under its old name are gone.
  if (repo.name !== name) return { ...delivered, deletions: ids };
  return { ...delivered, deletions: complete ? ids.filter((id) => !present.has(id)) : [] };
}
