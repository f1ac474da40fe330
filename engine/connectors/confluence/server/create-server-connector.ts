import type { ItemsPage } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import type { Connector, ConnectorContext } from "../../connector";
import { createFeedConnector, type FeedPage } from "../../shared/pull/feed/create-feed-connector";
import { mergeItems } from "../../shared/pull/items-page";
import { createStreamsConnector } from "../../shared/pull/streams/create-streams-connector";
import { isInTimeRange } from "../../shared/search/is-in-time-range";
import { readDateSetting } from "../../shared/settings/read-date-setting";
import { readListSetting } from "../../shared/settings/read-list-setting";
import { attachmentPrefix, parseAttachmentItemId } from "../../shared/vendors/atlassian/attachments";
import { createPeople, type FindPeople } from "../../shared/vendors/atlassian/create-people";
import { listCountedIds } from "../../shared/vendors/atlassian/list-counted-ids";
import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { type ConfluenceServerClient, createServerClient, type ServerSearch } from "../client";
import { itemId, parseItemId } from "../confluence-kind";
import { commentsCql, listCql, searchCql } from "../cql";
import type { PageExtras } from "../extras";
import { mentionedPeople } from "../mentions";
import {
  type ContentFormat,
  optionalOnTooLarge,
  type ParsedContent,
  parseContent,
  parseContents,
  toTooLarge,
} from "../parse-content";
import { type ServerContent, serverComment, serverContent } from "../schema";
import type { LinkTargets } from "../storage-macros";
import { toDocument } from "../to-document";
import { type ListedComment, watchComments } from "../watch-comments";
import { deliverAttachments } from "./deliver-attachments";
import { readServerComments } from "./read-server-comments";

const COMMENTS_PER_PAGE = 50;
const CONTENTS_PER_PAGE = 25;
const IDS_PER_PAGE = 200;

type Item = ParsedContent<ServerContent>;

/**
 * Creates the connector for Confluence Data Center: one search returns pages and blog posts with bodies and names.
 */
export function createServerConnector(context: ConnectorContext, site: AtlassianSite): Required<Connector> {
  const client = createServerClient(context.api, site);
  const { settings } = context.source;
  const deps: ServerDeps = {
    ...{ context, client, format: formatAt(site.siteUrl), people: createPeople(client.userName) },
    spaces: readListSetting(settings, "spaces"),
    floor: readDateSetting(settings, "since"),
  };
  const { pull } = createStreamsConnector({
    clock: context.clock,
    list: async () => ["contents", "comments"],
    open: (stream) => (stream === "comments" ? createWatch(deps) : createFeed(deps)),
  });
  return {
    pull,
    listIds: (signal) => listIds(deps, signal),
    fetchItems: (itemIds, signal) => fetchItems(deps, itemIds, signal),
    search: async (query, signal) => {
      const cql = searchCql(deps.spaces, query);
      if (cql === undefined) return [];
      const { results } = await client.search({ cql, limit: query.limit, whole: true }, signal);
      const wanted = parseContents(results, deps.format).filter(({ updatedAt }) =>
        isInTimeRange(query, updatedAt),
      );
      const { documents } = await deliver(deps, wanted, signal);
      return documents.filter(({ type }) => type === "page");
    },
  };
}

interface ServerDeps {
  readonly context: ConnectorContext;
  readonly client: ConfluenceServerClient;
  readonly format: ContentFormat<ServerContent>;
  readonly people: FindPeople;
  readonly spaces: readonly string[];
  readonly floor: number | undefined;
  /** Item ids that are delivered though the ledger has them. */
  readonly again?: ReadonlySet<string>;
}

function createFeed(deps: ServerDeps): Pick<Connector, "pull"> {
  const { context, spaces, floor } = deps;
  return createFeedConnector<Item>({
    clock: context.clock,
    known: context.known,
    ...(floor !== undefined && { floor }),
    list: ({ token, since }, signal) => listContents(deps, { cql: listCql(spaces, since), token }, signal),
    describe: (item) => item,
    deliver: (items, signal) => deliver(deps, items, signal),
  });
}

/** The pages and blog posts that were commented on. */
function createWatch(deps: ServerDeps): Pick<Connector, "pull"> {
  return watchComments({
    known: deps.context.known,
    list: async (token, signal) => {
      const search = { cql: commentsCql(deps.spaces), limit: COMMENTS_PER_PAGE, whole: false, token };
      const expand = "version,container";
      const found = await optionalOnForbidden(() => deps.client.search({ ...search, expand }, signal));
      return found && { comments: found.results.flatMap(toListedComment), next: found.next };
    },
    deliver: (ids, signal) => fetchItems(deps, ids, signal),
  });
}

function toListedComment(raw: unknown): readonly ListedComment[] {
  const { container, version } = serverComment.safeParse(raw).data ?? {};
  if (!container || version?.when == null) return [];
  const kind = container.type === "blogpost" ? "blogpost" : "page";
  return [{ itemId: itemId(kind, container.id), updatedAt: version.when }];
}

async function fetchItems(
  deps: ServerDeps,
  itemIds: readonly string[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const wanted = new Set(itemIds);
  const ids = new Set(itemIds.map((id) => parseAttachmentItemId(id)?.parent ?? parseItemId(id).id));
  const pages = await Promise.all(
    [...ids].map(async (id): Promise<DeliveredContent> => {
      const raw = await deps.client.content(id, signal);
      if (raw === undefined) return { existing: [] };
      const item = parseContent(raw, deps.format, { kind: "page" });
      const delivered = await deliverOne({ ...deps, again: wanted }, item, signal);
      return { ...delivered, existing: [item.id, ...delivered.existing] };
    }),
  );
  const { documents, failures, deletions } = mergeItems(pages);
  const existing = new Set(pages.flatMap((page) => page.existing));
  return {
    documents: documents.filter(({ id }) => wanted.has(id)),
    failures: failures.filter(({ id }) => wanted.has(id)),
    deletions: [...new Set([...deletions, ...itemIds.filter((id) => !existing.has(id))])],
  };
}

/** When the reply is too large, fewer contents are requested at once; a single one that is too large is a failure. */
async function listContents(
  { client, format }: Pick<ServerDeps, "client" | "format">,
  search: Pick<ServerSearch, "cql" | "token">,
  signal: AbortSignal,
): Promise<FeedPage<Item>> {
  for (const limit of [CONTENTS_PER_PAGE, 5, 1]) {
    const found = await optionalOnTooLarge(() => client.search({ ...search, limit, whole: true }, signal));
    if (found) return toFeedPage(parseContents(found.results, format), found.next);
  }
  const { results, next } = await client.search({ ...search, limit: 1, whole: false }, signal);
  const items = parseContents(results, format).map((item) => toTooLarge(item, format.base));
  return toFeedPage(items, next);
}

function toFeedPage(items: readonly Item[], next: string | undefined): FeedPage<Item> {
  return { items, ...(next !== undefined && { next }) };
}

function formatAt(base: string): ContentFormat<ServerContent> {
  return {
    schema: serverContent,
    keys: Object.keys(serverContent.shape),
    base,
    describe: ({ id, type, version }) => ({
      ...{ id, kind: type, updatedAt: version.when },
      version: String(version.number),
    }),
  };
}

interface DeliveredContent extends Partial<ItemsPage> {
  /** Item ids of the attachments that exist. */
  readonly existing: readonly string[];
}

async function deliver(deps: ServerDeps, items: readonly Item[], signal: AbortSignal): Promise<ItemsPage> {
  return mergeItems(await Promise.all(items.map((item) => deliverOne(deps, item, signal))));
}

/** A content with its attachments, or its failure. */
async function deliverOne(deps: ServerDeps, { found }: Item, signal: AbortSignal): Promise<DeliveredContent> {
  if ("failure" in found) return { failures: [found.failure], existing: [] };
  const { content, lost } = found;
  const { client, format, people } = deps;
  const files = await deliverAttachments({ ...deps, base: format.base }, content, signal);
  const { comments, notes } = await readServerComments(client, content.id, signal);
  const storage = content.body?.storage?.value;
  const names = await people(
    mentionedPeople([storage ?? "", ...comments.map((comment) => comment.storage)]),
    signal,
  );
  const extras: PageExtras = {
    labels: content.metadata?.labels?.results.map(({ name }) => name) ?? [],
    attachments: files.names,
    attachmentsNotRead: files.notRead,
    ...{ comments, notes },
  };
  const read = { content, extras, lost: storage == null ? [...lost, "text"] : lost };
  const document = await toServerDocument(read, { base: format.base, personName: (id) => names.get(id) });
  return {
    documents: [document, ...files.documents],
    deletions: files.deletions,
    existing: files.live,
  };
}

interface ReadContent {
  readonly content: ServerContent;
  readonly lost: readonly string[];
  readonly extras: PageExtras;
}

function toServerDocument(
  { content, lost, extras }: ReadContent,
  targets: Omit<LinkTargets, "spaceKey">,
): Promise<SourceDocument> {
  const { id, type, title, version, space, ancestors, history, body, _links } = content;
  return toDocument(
    {
      ...{ kind: type, id, title, createdAt: history?.createdDate, updatedAt: version.when },
      version: String(version.number),
      author: history?.createdBy?.displayName ?? undefined,
      editor: version.by?.displayName ?? undefined,
      space: space ? { key: space.key, name: space.name || space.key } : undefined,
      ancestors: (ancestors ?? []).flatMap((above) => (above.title ? [above.title] : [])),
      storage: body?.storage?.value ?? "",
      webui: _links?.webui,
      ...{ extras, lost },
    },
    targets,
  );
}

async function listIds(
  { context, client, format, floor, spaces }: ServerDeps,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const cql = listCql(spaces, floor);
  const contents = await listCountedIds(
    async (token) => {
      const request = { cql, limit: IDS_PER_PAGE, token, whole: false };
      const { results, ...page } = await client.search(request, signal);
      return { ...page, items: parseContents(results, format) };
    },
    { floor, from: "Confluence", items: "pages" },
  );
  // Attachments of a page that exists were compared when it was last read.
  const listed = new Set(contents.map((id) => parseItemId(id).id));
  const attachments = await context.withPrefix(attachmentPrefix());
  return [...contents, ...attachments.filter((id) => listed.has(parseAttachmentItemId(id)?.parent ?? ""))];
}
