import * as z from "zod";
import type { ItemsPage } from "../../model/pull-page";
import type { Settings } from "../../model/source";
import { EMPTY_ITEMS, mergeItems } from "../shared/pull/items-page";
import { type GitHubClient, siteOf } from "./client";
import { deliverFiles, listFiles } from "./deliver-files";
import { deliverIssues } from "./deliver-issues";
import { fetchDiscussion } from "./discussions/read-discussions";
import { deliverRelease } from "./releases";
import { findRepo } from "./repos/list-repos";
import { issue } from "./schema";
import { fileId } from "./to-document";

/** The current state of these items; one that is gone or forbidden is a deletion. */
export async function fetchItems(
  client: GitHubClient,
  settings: Settings,
  itemIds: readonly string[],
): Promise<ItemsPage> {
  const site = siteOf(settings);
  const files = itemIds.filter((id) => FILE.test(id));
  const repos = [...new Set(files.map(repoOf))];
  const pages = await Promise.all([
    ...itemIds.filter((id) => !FILE.test(id)).map((id) => fetchOther(client, id)),
    ...repos.map((name) =>
      fetchFileItems(client, { site, settings, name, ids: files.filter((id) => repoOf(id) === name) }),
    ),
  ]);
  return mergeItems(pages);
}

const ISSUE = /^issue:([^/]+\/[^#]+)#(\d+)$/;
/** A file, or the row that counts what is left out of a repository's files. */
const FILE = /^(?:file|code):([^/]+\/[^/]+)(?:\/|$)/;
const RELEASE = /^release:([^/]+\/[^/]+)\/(\d+)$/;
const DISCUSSION = /^discussion:([^/]+\/[^#]+)#(\d+)$/;

async function fetchOther(client: GitHubClient, id: string): Promise<ItemsPage> {
  const [, releaseRepo = "", release] = RELEASE.exec(id) ?? [];
  if (release !== undefined) return fetchRelease(client, { id, repo: releaseRepo, number: release });
  const [, repo = "", number] = DISCUSSION.exec(id) ?? [];
  return number === undefined ? fetchIssueItem(client, id) : fetchDiscussion(client, repo, Number(number));
}

async function fetchRelease(
  client: GitHubClient,
  { id, repo, number }: { readonly id: string; readonly repo: string; readonly number: string },
): Promise<ItemsPage> {
  const raw = await client.find(`/repos/${repo}/releases/${number}`, z.looseObject({}));
  if (raw === undefined) return { ...EMPTY_ITEMS, deletions: [id] };
  const { document, failure } = deliverRelease(repo, raw);
  return mergeItems([{ documents: document ? [document] : [], failures: failure ? [failure] : [] }]);
}

function repoOf(fileItemId: string): string {
  return FILE.exec(fileItemId)?.[1] ?? "";
}

async function fetchIssueItem(client: GitHubClient, id: string): Promise<ItemsPage> {
  const gone = { ...EMPTY_ITEMS, deletions: [id] };
  const [, repo = "", number = ""] = ISSUE.exec(id) ?? [];
  const found =
    repo === "" ? undefined : await client.find(`/repos/${repo}/issues/${number}`, z.looseObject({}));
  if (found === undefined) return gone;
  // GitHub redirects to the new place of a moved issue and to a repository's new name.
  const currentRepo =
    /\/repos\/([^/]+\/[^/]+)$/.exec(issue.safeParse(found).data?.repository_url ?? "")?.[1] ?? repo;
  const delivered = await deliverIssues(client, currentRepo, [found]);
  return { ...delivered, deletions: currentRepo === repo ? [] : [id] };
}

interface FileItems {
  readonly site: string;
  readonly settings: Settings;
  /** Name of the repository. */
  readonly name: string;
  readonly ids: readonly string[];
}

async function fetchFileItems(
  client: GitHubClient,
  { site, settings, name, ids }: FileItems,
): Promise<ItemsPage> {
  const repo = await findRepo(client, name);
  if (!repo) return { ...EMPTY_ITEMS, deletions: ids };
  const { entries, complete, leftOut } = await listFiles(client, repo, settings);
  const wanted = entries.filter(({ path }) => ids.includes(fileId(name, path)));
  const present = new Set(wanted.map(({ path }) => fileId(name, path)));
  const files = await deliverFiles(client, { site, repo }, wanted);
  const isCounted = leftOut !== undefined && ids.includes(leftOut.id);
  const delivered = isCounted ? { ...files, failures: [...files.failures, leftOut] } : files;
  if (isCounted) present.add(leftOut.id);
  // When the repository was renamed, the items under its old name are gone.
  if (repo.name !== name) return { ...delivered, deletions: ids };
  return { ...delivered, deletions: complete ? ids.filter((id) => !present.has(id)) : [] };
}
