import type { ItemsPage } from "../../model/pull-page";
import { fromBase64 } from "../shared/parse/from-base64";
import { mergeItems } from "../shared/pull/items-page";
import type { GitHubClient } from "./client";
import type { Repo } from "./repos/list-repos";
import { blob, type Commit, commit, gitTree, type TreeEntry } from "./schema";
import { fileId, fileUrl, toFileDocument } from "./to-document";

const DOCUMENTATION = /\.(md|mdx|markdown|rst|adoc|txt)$/i;
/** Documentation of third parties that is checked in. */
const THIRD_PARTY = /(^|\/)(node_modules|vendor|third_party)\//;
/** Git's mode of a symbolic link; its target is in the tree too. */
const SYMLINK_MODE = "120000";
const MAX_BYTES = 2 * 1024 * 1024;

export interface RepoFiles {
  readonly entries: readonly TreeEntry[];
  /** False when GitHub left files out of the list because the repository is large. */
  readonly complete: boolean;
}

/** A repository's documentation at the head of its default branch; files near the root come first. */
export async function listFiles(client: GitHubClient, { name, branch }: Repo): Promise<RepoFiles> {
  const path = `/repos/${name}/git/trees/${encodeURIComponent(branch)}?recursive=1`;
  const found = await client.find(path, gitTree);
  const entries = (found?.tree ?? []).filter(
    ({ path, type, mode }) =>
      type === "blob" && mode !== SYMLINK_MODE && DOCUMENTATION.test(path) && !THIRD_PARTY.test(path),
  );
  return { entries: entries.sort(byDepth), complete: found?.truncated !== true };
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
  const { path, sha, size = 0 } = entry;
  if (size > MAX_BYTES) {
    const reason = `Cannot read "${path}": it is larger than ${MAX_BYTES / 2 ** 20} MB`;
    return { failures: [{ ...describeFile(location), outcome: "skipped", code: "skip-item", reason }] };
  }
  const root = `/repos/${repo.name}`;
  const query = new URLSearchParams({ path, sha: repo.branch, per_page: "1" });
  const [content, history] = await Promise.all([
    client.find(`${root}/git/blobs/${sha}`, blob),
    client.page(`${root}/commits?${query}`),
  ]);
  const bytes = content?.encoding === "base64" ? fromBase64(content.content) : undefined;
  if (bytes === undefined) {
    const reason = `Cannot read "${path}": GitHub does not give its content`;
    return { failures: [{ ...describeFile(location), outcome: "failed", code: "read-item", reason }] };
  }
  const last: Commit | undefined =
    history === undefined || history === "unchanged" ? undefined : commit.safeParse(history.items[0]).data;
  const file = { repo: repo.name, path, branch: repo.branch, sha, bytes };
  return { documents: [toFileDocument(site, { ...file, commit: last })] };
}

function describeFile({ site, repo, entry }: FileLocation) {
  const { path, sha } = entry;
  const url = fileUrl(site, { repo: repo.name, branch: repo.branch, path });
  return { id: fileId(repo.name, path), title: path, url, version: sha };
}

function byDepth(a: TreeEntry, b: TreeEntry): number {
  const depth = a.path.split("/").length - b.path.split("/").length;
  return depth || (a.path < b.path ? -1 : 1);
}
