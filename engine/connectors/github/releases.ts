import type { ItemsPage } from "../../model/pull-page";
import type { ConnectorContext } from "../connector";
import { toUnidentified } from "../shared/parse/unidentified";
import { EMPTY_ITEMS } from "../shared/pull/items-page";
import type { GitHubClient } from "./client";
import { release } from "./schema";
import { releaseId, releaseVersion, toReleaseDocument } from "./to-document";

/** The newest hundred; older ones stay in the index. */
function releasesPath(repo: string): string {
  return `/repos/${repo}/releases?per_page=100`;
}

export interface PulledReleases extends ItemsPage {
  readonly etag: string | undefined;
}

/** The releases that differ from the ledger; a list that has not changed does not count against the limit. */
export async function pullReleases(
  client: GitHubClient,
  { known, withPrefix }: Pick<ConnectorContext, "known" | "withPrefix">,
  { repo, etag }: { readonly repo: string; readonly etag: string | undefined },
): Promise<PulledReleases> {
  const page = await client.page(releasesPath(repo), etag);
  if (page === "unchanged") return { ...EMPTY_ITEMS, etag };
  const items = (page?.items ?? []).map((raw) => deliverRelease(repo, raw));
  const ids = items.map(({ id }) => id);
  const ledger = await known(ids);
  const changed = items.filter(({ id, version }) => ledger.get(id)?.version !== version);
  const stored = page && page.next === undefined ? await withPrefix(releaseId(repo, "")) : [];
  return {
    documents: changed.flatMap(({ document }) => document ?? []),
    failures: changed.flatMap(({ failure }) => failure ?? []),
    deletions: stored.filter((id) => !ids.includes(id)),
    etag: page?.etag,
  };
}

/** A release, or why it cannot be read. */
export function deliverRelease(repo: string, raw: unknown) {
  const parsed = release.safeParse(raw);
  if (parsed.success) {
    const document = toReleaseDocument(repo, parsed.data);
    return { id: document.id, version: releaseVersion(parsed.data), document, failure: undefined };
  }
  const number = release.pick({ id: true }).safeParse(raw).data?.id;
  const lost = toUnidentified(raw, "GitHub");
  if (number === undefined) return { ...lost, document: undefined, failure: lost };
  const [wrong] = parsed.error.issues;
  const field = wrong?.path.join(".") || "shape";
  const reason = `Cannot read a release of ${repo}: its ${field} is not as documented`;
  const id = releaseId(repo, number);
  return {
    ...{ id, version: lost.version, document: undefined },
    failure: { ...lost, id, title: `Release ${number} of ${repo}`, reason },
  };
}

export async function listReleaseIds(client: GitHubClient, repo: string): Promise<readonly string[]> {
  return (await client.all(releasesPath(repo), (raw) => deliverRelease(repo, raw).id)) ?? [];
}
