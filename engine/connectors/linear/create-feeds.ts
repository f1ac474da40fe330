import { hasCode } from "../../errors/error-code";
import { NotFoundError } from "../../errors/not-found-error";
import { UnavailableError } from "../../errors/unavailable-error";
import type { ItemsPage } from "../../model/pull-page";
import { DAY_MS } from "../../util/durations";
import type { Connector, ConnectorContext } from "../connector";
import { checkOnFirstPull } from "../shared/pull/check-on-first-pull";
import {
  createFeedConnector,
  type FeedPage,
  type FeedRequest,
} from "../shared/pull/feed/create-feed-connector";
import { createStreamsConnector } from "../shared/pull/streams/create-streams-connector";
import { checkNames } from "./check-names";
import { createLinearClient, type LinearClient, type LinearPage } from "./client";
import { fetchItems, isGone } from "./fetch-items";
import { type LinearFilter, readFilter, toIso, updatedSince } from "./filter";
import { ITEM_KINDS, type ItemKind, kindsOf } from "./item-kinds";
import { LIST_COMMENTS } from "./queries";
import { commentStamp, looseStamp, stamp } from "./schema";
import { versionOf } from "./to-document";

/** An item of a list; only new ones are read in full. */
interface ListedNode {
  readonly id: string;
  readonly version: string;
  readonly updatedAt: number;
  readonly gone: boolean;
}

interface FeedSource {
  readonly query: string;
  readonly filter: (since: number | undefined) => object;
  readonly toListed: (node: unknown) => readonly ListedNode[];
  readonly floor?: number;
  /** True where a plan or a role may not include the list. */
  readonly isOptional?: boolean;
}

/** In the cursor. */
const STREAM_NAMES: Readonly<Record<ItemKind, string>> = {
  issue: "issues",
  update: "updates",
  document: "documents",
  project: "projects",
  initiative: "initiatives",
  initiativeUpdate: "initiativeUpdates",
};

/** Items listed at once; the new ones of a page are read with one query. */
const PAGE_SIZE = 50;

/** Maximum difference between this computer's clock, which set `addedAt`, and Linear's. */
const CLOCK_SKEW_MS = DAY_MS;

/** Reads the changes in Linear: one stream for each list. */
export function createFeeds(context: ConnectorContext): Pick<Connector, "pull"> {
  const checkSettings = (signal: AbortSignal) =>
    checkNames(createLinearClient(context.api, signal), context.source.settings);
  return checkOnFirstPull(createStreams(context), checkSettings);
}

function createStreams(context: ConnectorContext): Pick<Connector, "pull"> {
  const scope = readFilter(context.source.settings);
  const floor = scope.floor === undefined ? {} : { floor: scope.floor };
  const comments = createCommentSource(context, scope);
  const sources = new Map<string, FeedSource>([
    ...kindsOf(scope).map((kind): [string, FeedSource] => {
      const { list, filter, isOptional } = ITEM_KINDS[kind];
      const source = {
        query: list,
        filter: (since: number | undefined) => updatedSince(filter(scope), since),
        toListed: (node: unknown) => toListedNodes(kind, node),
        isOptional: isOptional === true,
        ...floor,
      };
      return [STREAM_NAMES[kind], source];
    }),
    ["comments", comments],
  ]);
  return createStreamsConnector({
    clock: context.clock,
    list: async () => [...sources.keys()],
    open: (name) => {
      const source = sources.get(name);
      if (!source) throw new NotFoundError(`Linear's ${name} are no longer wanted`);
      const feed = createFeed(context, source);
      return source === comments ? withoutProgress(feed) : feed;
    },
  });
}

/** Hides the progress of the comments: they are new ones only, and say nothing about older issues. */
function withoutProgress({ pull }: Pick<Connector, "pull">): Pick<Connector, "pull"> {
  return {
    pull: async (cursor, signal) => ({ ...(await pull(cursor, signal)), progress: { backfill: false } }),
  };
}

/**
 * Linear does not document that a comment updates its issue's `updatedAt`, so new comments deliver their issues.
 * Older comments are read with their issues, so the stream starts when the source was added.
 */
function createCommentSource({ source }: ConnectorContext, scope: LinearFilter): FeedSource {
  const kinds = new Set(kindsOf(scope));
  // Without `null: false` an empty filter would also match comments on other things.
  const on = [
    { issue: { null: false, ...scope.issues } },
    ...(scope.documents
      ? [
          { projectUpdate: { null: false, ...scope.updates } },
          { project: { null: false, ...scope.projects } },
          { initiativeUpdate: { null: false, ...scope.initiativeUpdates } },
          { documentContent: { null: false, document: scope.pages } },
        ]
      : []),
  ];
  return {
    query: LIST_COMMENTS,
    filter: (since) => ({ or: on, ...(since !== undefined && { updatedAt: { gte: toIso(since) } }) }),
    toListed: (node) => {
      const comment = commentStamp.safeParse(node).data;
      if (!comment) return [];
      const { updatedAt, documentContent } = comment;
      const parents = [
        ["issue", comment.issue],
        ["update", comment.projectUpdate],
        ["project", comment.project],
        ["initiativeUpdate", comment.initiativeUpdate],
        ["document", documentContent?.document],
      ] as const;
      return parents.flatMap(([kind, node]) => (kinds.has(kind) ? toListedNodes(kind, node, updatedAt) : []));
    },
    floor: Math.max(scope.floor ?? 0, source.addedAt - CLOCK_SKEW_MS),
  };
}

function createFeed(context: ConnectorContext, feed: FeedSource): Pick<Connector, "pull"> {
  const { clock, known } = context;
  return createFeedConnector<ListedNode>({
    clock,
    known,
    ...(feed.floor !== undefined && { floor: feed.floor }),
    list: (request, signal) => listPage(createLinearClient(context.api, signal), feed, request),
    describe: (item) => item,
    deliver: (items, signal) => deliver(context, createLinearClient(context.api, signal), items),
  });
}

async function listPage(
  client: LinearClient,
  { query, filter, toListed, isOptional }: FeedSource,
  { token, since }: FeedRequest,
): Promise<FeedPage<ListedNode>> {
  const after = token !== undefined && { after: token };
  const request = client.list(query, { filter: filter(since), first: PAGE_SIZE, ...after });
  const page = await request.catch((thrown: unknown): LinearPage => {
    if (hasCode(thrown, "not-found")) {
      if (isOptional) return { nodes: [] };
      throw new UnavailableError("Cannot read from Linear: this sign-in may not list it", { cause: thrown });
    }
    throw thrown;
  });
  return { items: page.nodes.flatMap(toListed), ...(page.next !== undefined && { next: page.next }) };
}

/** A node without a valid time is read all the same, so that it becomes a failure. */
function toListedNodes(kind: ItemKind, node: unknown, at?: number): readonly ListedNode[] {
  const found = stamp.safeParse(node).data;
  if (found) {
    const { updatedAt } = found;
    const gone = isGone(kind, found);
    return [{ id: `${kind}:${found.id}`, version: versionOf(found), updatedAt: at ?? updatedAt, gone }];
  }
  const loose = looseStamp.safeParse(node).data;
  return loose ? [{ id: `${kind}:${loose.id}`, version: "", updatedAt: Number.NaN, gone: false }] : [];
}

/** Only items of the ledger can be deleted. An item that vanished between listing and reading is gone too. */
async function deliver(
  { known }: ConnectorContext,
  client: LinearClient,
  items: readonly ListedNode[],
): Promise<ItemsPage> {
  const { documents, deletions, failures } = await fetchItems(
    client,
    items.flatMap(({ id, gone }) => (gone ? [] : [id])),
  );
  const gone = [...deletions, ...items.flatMap((item) => (item.gone ? [item.id] : []))];
  const ours = await known(gone);
  return { documents, failures, deletions: gone.filter((id) => ours.has(id)) };
}
