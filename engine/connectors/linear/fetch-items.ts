import type * as z from "zod";
import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { sanitiseLink } from "../shared/parse/sanitise-link";
import { mergeItems } from "../shared/pull/items-page";
import type { LinearClient } from "./client";
import { ITEM_KINDS, type ItemKind } from "./item-kinds";
import { SITE, type Stamp, stamp } from "./schema";
import { versionOf } from "./to-document";

/** Whether an item is gone for the person. Archived issues are finished work and stay. */
export function isGone(
  kind: ItemKind,
  { trashed, archivedAt }: Pick<Stamp, "trashed" | "archivedAt">,
): boolean {
  const { isGoneWhenArchived } = ITEM_KINDS[kind];
  return trashed === true || (isGoneWhenArchived === true && typeof archivedAt === "string");
}

/** The current state of these items; one that is gone or not visible to the person is a deletion. */
export async function fetchItems(client: LinearClient, itemIds: readonly string[]): Promise<ItemsPage> {
  const pages: ItemsPage[] = [];
  for (const kind of Object.keys(ITEM_KINDS) as ItemKind[]) {
    const { perQuery } = ITEM_KINDS[kind];
    const ids = itemIds.flatMap((id) => (id.startsWith(`${kind}:`) ? [id.slice(kind.length + 1)] : []));
    for (let at = 0; at < ids.length; at += perQuery) {
      pages.push(await fetchKind(client, kind, ids.slice(at, at + perQuery)));
    }
  }
  return mergeItems(pages);
}

async function fetchKind(client: LinearClient, kind: ItemKind, ids: readonly string[]): Promise<ItemsPage> {
  const { nodes } = await client.list(ITEM_KINDS[kind].read, { ids, first: ids.length });
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
    const { document, error } = await ITEM_KINDS[kind].toDocument(client, node);
    if (document) documents.push(document);
    else failures.push(toFailure(kind, node, { version: read ? versionOf(read) : "", error }));
  }
  return { documents, deletions, failures };
}

function toFailure(
  kind: ItemKind,
  node: { readonly id: string },
  { version, error }: { readonly version: string; readonly error: z.ZodError },
): ItemFailure {
  const { title: given, name: named, url } = { title: "", name: "", url: "", ...node };
  const { label } = ITEM_KINDS[kind];
  const title = [given, named].find((each) => typeof each === "string" && each !== "") ?? "";
  const name = title ? `"${title}"` : `${withArticle(label)}`;
  return {
    id: `${kind}:${node.id}`,
    title: title || `${label[0]?.toUpperCase()}${label.slice(1)} in Linear`,
    url: sanitiseLink(String(url), ["linear.app"], SITE),
    version,
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read ${name}: ${error.issues[0]?.path.join(".") || "it"} is not as documented`,
  };
}

function withArticle(label: string): string {
  return `${/^[aeiou]/.test(label) ? "an" : "a"} ${label}`;
}

function hasId(node: unknown): node is { readonly id: string } {
  return typeof node === "object" && node !== null && "id" in node && typeof node.id === "string";
}
