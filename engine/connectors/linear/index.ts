import type { SourceDocument } from "../../model/source-document";
import { interleave } from "../../util/interleave";
import { isInTimeRange } from "../api/is-in-time-range";
import type { ConnectorContext, ConnectorDefinition, LiveQuery } from "../connector";
import { createLinearClient, type LinearClient } from "./client";
import { createFeeds } from "./feeds";
import { fetchItems, type ItemKind, isGone, parseNode } from "./fetch-items";
import { type LinearFilter, readFilter, toIso, touchedSince, updatedSince } from "./filter";
import { DOCUMENT_IDS, ISSUE_IDS, SEARCH, UPDATE_IDS } from "./queries";
import { searchReply, stamp } from "./schema";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const linear: ConnectorDefinition = {
  declaration: {
    id: "linear",
    name: "Linear",
    description: "Your workspace's issues with their comments, project updates and documents.",
    icon: "stripes",
    permissions: [],
    settings: [
      {
        key: "teams",
        label: "Teams",
        help: "Only issues of these teams, by key, such as ENG. Leave empty for all teams.",
        kind: "list",
        initial: "",
      },
      {
        key: "labels",
        label: "Labels",
        help: "Only issues with one of these labels; then no project updates and documents. Leave empty for all.",
        kind: "list",
        initial: "",
      },
      {
        key: "documents",
        label: "Project updates and documents",
        help: "Also brings project updates with their comments, and documents.",
        kind: "boolean",
        initial: true,
      },
      {
        key: "since",
        label: "Not older than",
        help: "Only what was touched on or after this day. Leave empty for everything.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 5,
    pruneMinutes: 24 * 60,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: (context) => ({
    ...createFeeds(context),
    listIds: (signal) =>
      listIds(createLinearClient(context.api, signal), readFilter(context.source.settings)),
    fetchItems: (itemIds, signal) => fetchItems(createLinearClient(context.api, signal), itemIds),
    search: (query, signal) => search(context, query, signal),
  }),
};

/** Ids are cheap: 250 fit in a query. */
const IDS_PER_QUERY = 250;

async function listIds(client: LinearClient, scope: LinearFilter): Promise<readonly string[]> {
  const { floor } = scope;
  const lists: readonly { readonly kind: ItemKind; readonly query: string; readonly filter: object }[] = [
    { kind: "issue", query: ISSUE_IDS, filter: touchedSince(scope.issues, floor) },
    ...(scope.documents
      ? ([
          // Project updates have no filter by comments: one that is kept too long does no harm.
          { kind: "update", query: UPDATE_IDS, filter: scope.updates },
          { kind: "document", query: DOCUMENT_IDS, filter: updatedSince(scope.pages, floor) },
        ] as const)
      : []),
  ];
  const ids: string[] = [];
  for (const { kind, query, filter } of lists) {
    const nodes = await client.listAll(query, { filter, first: IDS_PER_QUERY });
    const live = nodes.flatMap((node) => listedId.safeParse(node).data ?? []);
    ids.push(...live.flatMap((node) => (isGone(kind, node) ? [] : [`${kind}:${node.id}`])));
  }
  return ids;
}

const listedId = stamp.pick({ id: true, trashed: true, archivedAt: true });

/** More whole issues would cost more points than a query may. */
const MAX_SEARCH_RESULTS = 50;

async function search(
  context: ConnectorContext,
  query: LiveQuery,
  signal: AbortSignal,
): Promise<readonly SourceDocument[]> {
  const { text, limit, updatedAfter, updatedBefore } = query;
  const client = createLinearClient(context.api, signal);
  const scope = readFilter(context.source.settings);
  const after = Math.max(updatedAfter ?? 0, scope.floor ?? 0);
  const updatedAt = {
    ...(after > 0 && { gte: toIso(after) }),
    ...(updatedBefore !== undefined && { lte: toIso(updatedBefore) }),
  };
  const isBounded = after > 0 || updatedBefore !== undefined;
  const variables = {
    term: text,
    first: Math.min(limit, MAX_SEARCH_RESULTS),
    filter: { ...scope.issues, ...(isBounded && { updatedAt }) },
    documents: scope.canSearchDocuments,
  };
  const reply = await client.runQuery(SEARCH, variables, searchReply);
  const issues = await toDocuments(client, "issue", reply.searchIssues.nodes);
  const found = await toDocuments(client, "document", reply.searchDocuments?.nodes ?? []);
  const pages = found.filter((page) => page.updatedAt >= after && isInTimeRange(query, page.updatedAt));
  return interleave([issues, pages]).slice(0, limit);
}

async function toDocuments(
  client: LinearClient,
  kind: ItemKind,
  nodes: readonly unknown[],
): Promise<readonly SourceDocument[]> {
  const live = nodes.filter((node) => !isGone(kind, listedId.safeParse(node).data ?? {}));
  const parsed = await Promise.all(live.map((node) => parseNode(client, kind, node)));
  return parsed.flatMap(({ document }) => document ?? []);
}
