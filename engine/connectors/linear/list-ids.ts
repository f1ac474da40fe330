import { hasCode } from "../../errors/error-code";
import type { LinearClient } from "./client";
import { isGone } from "./fetch-items";
import { type LinearFilter, touchedSince, updatedSince } from "./filter";
import { ITEM_KINDS, type ItemKind, kindsOf } from "./item-kinds";
import { listedId } from "./schema";

/** A query for ids alone costs few points. */
const IDS_PER_QUERY = 250;

/** Ids of everything that matches the filter. */
export async function listIds(client: LinearClient, filter: LinearFilter): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const kind of kindsOf(filter)) {
    for (const node of await listKind(client, kind, filter)) {
      const live = listedId.safeParse(node).data;
      if (live && !isGone(kind, live)) ids.push(`${kind}:${live.id}`);
    }
  }
  return ids;
}

async function listKind(
  client: LinearClient,
  kind: ItemKind,
  scope: LinearFilter,
): Promise<readonly unknown[]> {
  const { ids, filter, isGoneWhenArchived, isOptional } = ITEM_KINDS[kind];
  // Updates cannot be filtered by comments; one that is kept too long does no harm.
  const since = isGoneWhenArchived ? undefined : scope.floor;
  const wanted = (kind === "issue" ? touchedSince : updatedSince)(filter(scope), since);
  try {
    return await client.listAll(ids, { filter: wanted, first: IDS_PER_QUERY });
  } catch (thrown) {
    if (isOptional && hasCode(thrown, "not-found")) return [];
    throw thrown;
  }
}
