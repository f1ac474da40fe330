import * as z from "zod";
import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { Settings } from "../../model/source";
import { fromBase64 } from "../shared/parse/from-base64";
import { mergeItems } from "../shared/pull/items-page";
import { chooseFiles, isDocumentation, readsCode } from "./choose-files";
import type { GitHubClient } from "./client";
import type { Repo } from "./repos/list-repos";
import { blob, type Commit, commit, gitTree, type TreeEntry, treeEntry } from "./schema";
import { fileId, fileUrl, toFileDocument } from "./to-document";

const MAX_BYTES = 2 * 1024 * 1024;

export interface RepoFiles {
  readonly entries: readonly TreeEntry[];
  /** False when GitHub left files out of the list because the repository is large. */
  readonly complete: boolean;
  /** What is left out of the source code; absent when nothing is. */
  readonly leftOut?: ItemFailure;
}

/** Whether any files of this repository are read. */
export function readsFiles(settings: Settings, repo: string): boolean {
  return settings.files !== false || readsCode(settings, repo);
}

/** The files that are read, at the head of the repository's default branch. */
export async function listFiles(client: GitHubClient, repo: Repo, settings: Settings): Promise<RepoFiles> {
  const { name, branch } = repo;
  const path = `/repos/${name}/git/trees/${encodeURIComponent(branch)}?recursive=1`;
  const found = await client.find(path, gitTree);
  const listed = found?.tree ?? [];
  const tree = listed.flatMap((raw) => treeEntry.safeParse(raw).data ?? []);
  const code = readsCode(settings, name);
  const { entries, leftOut } = chooseFiles(tree, { documentation: settings.files !== false, code });
  const lost = listed.length - tree.length;
  const counts = new Map([...leftOut, ...(lost > 0 ? [["not as documented", lost] as const] : [])]);
  return {
    entries,
    complete: found?.truncated !== true && lost === 0,
    ...(counts.size > 0 && { leftOut: describeLeftOut(name, counts) }),
  };
}

/** Item id of the row that counts what is left out of a repository's files. */
export function leftOutId(repo: string): string {
  return `code:${repo}`;
}

function describeLeftOut(repo: string, counts: ReadonlyMap<string, number>): ItemFailure {
  const parts = [...counts].map(([reason, count]) => `${count} ${reason}`);
  return {
    ...{ id: leftOutId(repo), title: `Source code of ${repo}`, url: "", version: parts.join(", ") },
    ...{ outcome: "skipped", code: "skip-item" },
    reason: `Left out of the files of ${repo}: ${parts.join(", ")}`,
  };
}

export async function deliverFiles(
  client: GitHubClient,
  { site, repo }: { readonly site: string; readonly repo: Repo },
  entries: readonly TreeEntry[],
): Promise<ItemsPage> {
  return mergeItems(await Promise.all(entries.map((entry) => deliverFile(client, { site, repo, entry }))));
}

interface FileLocation {
  readonly site: string;
  readonly repo: Repo;
  readonly entry: TreeEntry;
}

async function deliverFile(client: GitHubClient, location: FileLocation): Promise<Partial<ItemsPage>> {
  const { site, repo, entry } = location;
  const { path, sha, size } = entry;
  if ((size ?? 0) > MAX_BYTES) {
    const reason = `Cannot read "${path}": it is larger than ${MAX_BYTES / 2 ** 20} MB`;
    return { failures: [{ ...describeFile(location), outcome: "skipped", code: "skip-item", reason }] };
  }
  const [content, last] = await Promise.all([
    client.find(`/repos/${repo.name}/git/blobs/${sha}`, z.looseObject({})),
    lastCommit(client, location),
  ]);
  const found = blob.safeParse(content).data;
  const bytes = found?.encoding === "base64" ? fromBase64(found.content) : undefined;
  if (bytes === undefined) {
    const reason = `Cannot read "${path}": GitHub does not give its content`;
    return { failures: [{ ...describeFile(location), outcome: "failed", code: "read-item", reason }] };
  }
  const file = { repo: repo.name, path, branch: repo.branch, sha, bytes, pushedAt: repo.pushedAt };
  return { documents: [toFileDocument(site, { ...file, commit: last })] };
}

/** Date and author of a document; for each file of source code, the request would cost too much. */
async function lastCommit(client: GitHubClient, { repo, entry }: FileLocation): Promise<Commit | undefined> {
  const { path } = entry;
  if (!isDocumentation(path)) return undefined;
  const query = new URLSearchParams({ path, sha: repo.branch, per_page: "1" });
  const history = await client.page(`/repos/${repo.name}/commits?${query}`);
  return history === undefined || history === "unchanged"
    ? undefined
    : commit.safeParse(history.items[0]).data;
}

function describeFile({ site, repo, entry }: FileLocation) {
  const { path, sha } = entry;
  const url = fileUrl(site, { repo: repo.name, branch: repo.branch, path });
  return { id: fileId(repo.name, path), title: path, url, version: sha };
}
