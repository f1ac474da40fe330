import type { SourceDocument } from "../../model/source-document";
import { interleave } from "../../util/interleave";
import type { LiveQuery } from "../connector";
import { isInTimeRange } from "../shared/search/is-in-time-range";
import type { LinearClient } from "./client";
import { isGone } from "./fetch-items";
import { type LinearFilter, toIso } from "./filter";
import { ITEM_KINDS, type ItemKind } from "./item-kinds";
import { SEARCH } from "./queries";
import { listedId, searchReply } from "./schema";

/** More whole issues would cost more points than one query may. */
const MAX_SEARCH_RESULTS = 20;

/** Issues and documents that Linear's own search finds, interleaved. */
export async function search(
  client: LinearClient,
  filter: LinearFilter,
  query: LiveQuery,
): Promise<readonly SourceDocument[]> {
  const { text, limit, updatedAfter, updatedBefore } = query;
  const after = Math.max(updatedAfter ?? 0, filter.floor ?? 0);
  const updatedAt = {
    ...(after > 0 && { gte: toIso(after) }),
    ...(updatedBefore !== undefined && { lte: toIso(updatedBefore) }),
  };
  const isBounded = after > 0 || updatedBefore !== undefined;
  const variables = {
    term: text,
    first: Math.min(limit, MAX_SEARCH_RESULTS),
    filter: { ...filter.issues, ...(isBounded && { updatedAt }) },
    documents: filter.canSearchDocuments,
  };
  const reply = await client.runQuery(SEARCH, variables, searchReply);
  const issues = await toDocuments(client, "issue", reply.searchIssues.nodes);
  const documents = await toDocuments(client, "document", reply.searchDocuments?.nodes ?? []);
  // The search of documents takes no filter.
  const wanted = documents.filter((each) => each.updatedAt >= after && isInTimeRange(query, each.updatedAt));
  return interleave([issues, wanted]).slice(0, limit);
}

async function toDocuments(
  client: LinearClient,
  kind: ItemKind,
  nodes: readonly unknown[],
): Promise<readonly SourceDocument[]> {
  const live = nodes.filter((node) => !isGone(kind, listedId.safeParse(node).data ?? {}));
  const parsed = await Promise.all(live.map((node) => ITEM_KINDS[kind].toDocument(client, node)));
  return parsed.flatMap(({ document }) => document ?? []);
}
