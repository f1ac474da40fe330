import type * as z from "zod";
import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { mergeItems } from "../shared/pull/items-page";
import type { LinearClient } from "./client";
import { READ_DOCUMENTS, READ_ISSUES, READ_UPDATES } from "./queries";
import { issue, linearDocument, projectUpdate, SITE, type Stamp, stamp } from "./schema";
import { toIssueDocument, toPageDocument, toUpdateDocument, versionOf } from "./to-document";

/** The kinds of items. An item's id is its kind, a colon and Linear's own id. */
export type ItemKind = "issue" | "update" | "document";

const QUERIES: Readonly<Record<ItemKind, string>> = {
  issue: READ_ISSUES,
  update: READ_UPDATES,
  document: READ_DOCUMENTS,
};

/** Number of full items that the limit of 10,000 points per query allows. */
const MAX_ITEMS_PER_QUERY = 50;

/** Whether an item is gone for the person. Archived issues are finished work and stay. */
export function isGone(
  kind: ItemKind,
  { trashed, archivedAt }: Pick<Stamp, "trashed" | "archivedAt">,
): boolean {
  // Project updates have no trash: deleting one archives it.
  return trashed === true || (kind === "update" && typeof archivedAt === "string");
}

/** The current state of these items; one that is gone or not visible to the person is a deletion. */
export async function fetchItems(client: LinearClient, itemIds: readonly string[]): Promise<ItemsPage> {
  const pages: ItemsPage[] = [];
  for (const kind of Object.keys(QUERIES) as ItemKind[]) {
    const ids = itemIds.flatMap((id) => (id.startsWith(`${kind}:`) ? [id.slice(kind.length + 1)] : []));
    for (let at = 0; at < ids.length; at += MAX_ITEMS_PER_QUERY) {
      pages.push(await fetchKind(client, kind, ids.slice(at, at + MAX_ITEMS_PER_QUERY)));
    }
  }
  return mergeItems(pages);
}

async function fetchKind(client: LinearClient, kind: ItemKind, ids: readonly string[]): Promise<ItemsPage> {
  const { nodes } = await client.list(QUERIES[kind], { ids, first: ids.length });
  const found = new Map(nodes.flatMap((node) => (hasId(node) ? [[node.id, node] as const] : [])));
  const documents: SourceDocument[] = [];
  const deletions: string[] = [];
  const failures: ItemFailure[] = [];
  for (const id of ids) {
    const node = found.get(id);
    const read = stamp.safeParse(node).data;
    if (node === undefined || (read && isGone(kind, read))) {
      deletions.push(`${kind}:${id}`);
      continue;
    }
    const { document, error } = await parseNode(client, kind, node);
    if (document) documents.push(document);
    else failures.push(toFailure(kind, node, { version: read ? versionOf(read) : "", error }));
  }
  return { documents, deletions, failures };
}

type Parsed =
  | { readonly document: SourceDocument; readonly error?: undefined }
  | { readonly document?: undefined; readonly error: z.ZodError };

/** Maps a full item to a document. */
export async function parseNode(client: LinearClient, kind: ItemKind, node: unknown): Promise<Parsed> {
  if (kind === "document") {
    const { data, error } = linearDocument.safeParse(node);
    return data ? { document: toPageDocument(data) } : { error };
  }
  if (kind === "update") {
    const { data, error } = projectUpdate.safeParse(node);
    if (!data) return { error };
    return { document: toUpdateDocument(await withAllComments(client, "projectUpdate", data)) };
  }
  const { data, error } = issue.safeParse(node);
  return data ? { document: toIssueDocument(await withAllComments(client, "issue", data)) } : { error };
}

/** The item includes the newest page of its comments; when there are more, all are read. */
async function withAllComments<Item extends z.infer<typeof issue> | z.infer<typeof projectUpdate>>(
  client: LinearClient,
  relation: "issue" | "projectUpdate",
  item: Item,
): Promise<Item> {
  if (!item.comments?.pageInfo?.hasNextPage) return item;
  const nodes = await client.commentsOf({ [relation]: { id: { eq: item.id } } });
  return { ...item, comments: { nodes } };
}

function toFailure(
  kind: ItemKind,
  node: { readonly id: string },
  { version, error }: { readonly version: string; readonly error: z.ZodError },
): ItemFailure {
  const { title, url } = { title: "", url: "", ...node };
  const name = title ? `"${title}"` : `a ${KIND_LABELS[kind]}`;
  return {
    id: `${kind}:${node.id}`,
    title: `${title || `A ${KIND_LABELS[kind]} in Linear`}`,
    url: sanitiseLink(String(url), ["linear.app"], SITE),
    version,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read ${name}: ${error.issues[0]?.path.join(".") || "it"} is not as documented`,
  };
}

const KIND_LABELS: Readonly<Record<ItemKind, string>> = {
  issue: "issue",
  update: "project update",
  document: "document",
};

function hasId(node: unknown): node is { readonly id: string } {
  return typeof node === "object" && node !== null && "id" in node && typeof node.id === "string";
}
