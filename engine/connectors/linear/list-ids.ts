import type { LinearClient } from "./client";
import { type ItemKind, isGone } from "./fetch-items";
import { type LinearFilter, touchedSince, updatedSince } from "./filter";
import { DOCUMENT_IDS, ISSUE_IDS, UPDATE_IDS } from "./queries";
import { listedId } from "./schema";

/** A query for ids alone costs few points. */
const IDS_PER_QUERY = 250;

/** Ids of everything that matches the filter. */
export async function listIds(client: LinearClient, filter: LinearFilter): Promise<readonly string[]> {
  const { floor } = filter;
  const lists: readonly { readonly kind: ItemKind; readonly query: string; readonly filter: object }[] = [
    { kind: "issue", query: ISSUE_IDS, filter: touchedSince(filter.issues, floor) },
    ...(filter.documents
      ? ([
          // Project updates cannot be filtered by comments; one that is kept too long does no harm.
          { kind: "update", query: UPDATE_IDS, filter: filter.updates },
          { kind: "document", query: DOCUMENT_IDS, filter: updatedSince(filter.pages, floor) },
        ] as const)
      : []),
  ];
  const ids: string[] = [];
  for (const list of lists) {
    const nodes = await client.listAll(list.query, { filter: list.filter, first: IDS_PER_QUERY });
    const live = nodes.flatMap((node) => listedId.safeParse(node).data ?? []);
    ids.push(...live.flatMap((node) => (isGone(list.kind, node) ? [] : [`${list.kind}:${node.id}`])));
  }
  return ids;
}
