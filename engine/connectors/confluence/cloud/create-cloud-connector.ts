import type { ItemsPage } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import { once } from "../../../util/once";
import type { Connector, ConnectorContext, LiveQuery } from "../../connector";
import { paginate } from "../../shared/http/paginate";
import { createFeedConnector } from "../../shared/pull/feed/create-feed-connector";
import { withTrash } from "../../shared/pull/feed/with-trash";
import { mergeItems } from "../../shared/pull/items-page";
import { createStreamsConnector } from "../../shared/pull/streams/create-streams-connector";
import { isInTimeRange } from "../../shared/search/is-in-time-range";
import { assertNamesExist } from "../../shared/settings/assert-names-exist";
import { readDateSetting } from "../../shared/settings/read-date-setting";
import { readListSetting } from "../../shared/settings/read-list-setting";
import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { type CloudCommentKind, type ConfluenceCloudClient, createCloudClient } from "../client";
import { type ConfluenceKind, itemId, parseItemId } from "../confluence-kind";
import { searchCql } from "../cql";
import { NO_EXTRAS, type PageExtras } from "../extras";
import {
  type ContentFormat,
  optionalOnTooLarge,
  type ParsedContent,
  parseContent,
  parseContents,
  toTooLarge,
} from "../parse-content";
import { type CloudContent, cloudContent } from "../schema";
import { toDocument } from "../to-document";
import type { WatchOptions } from "../watch-comments";
import { type CloudNames, createCloudNames } from "./cloud-names";
import { readCloudExtras } from "./read-cloud-extras";
import { watchCloudComments } from "./watch-cloud-comments";

const KINDS: readonly ConfluenceKind[] = ["page", "blogpost"];
const COMMENT_KINDS: readonly CloudCommentKind[] = ["footer-comments", "inline-comments"];
const CONTENTS_PER_PAGE = 50;
const IDS_PER_PAGE = 250;

interface CloudDeps {
  readonly context: ConnectorContext;
  readonly client: ConfluenceCloudClient;
  readonly names: CloudNames;
  readonly site: AtlassianSite;
  readonly base: string;
  readonly floor: number | undefined;
  /** Ids of the spaces to read; empty for all. */
  readonly spaceIds: (signal: AbortSignal) => Promise<readonly string[]>;
}

type Item = ParsedContent<CloudContent>;

/**
 * Creates the connector for Confluence Cloud. Lists have no bodies, so that looking for new contents is cheap; the
 * bodies of a page are read with one call.
 */
export function createCloudConnector(context: ConnectorContext, site: AtlassianSite): Required<Connector> {
  const client = createCloudClient(context.api, site);
  const { settings } = context.source;
  const deps: CloudDeps = {
    ...{ context, client, site, names: createCloudNames(client), base: `${site.siteUrl}/wiki` },
    floor: readDateSetting(settings, "since"),
    spaceIds: findSpaces(client, readListSetting(settings, "spaces")),
  };
  const deliver: WatchOptions["deliver"] = (ids, signal) => fetchItems(deps, ids, signal);
  const { pull } = createStreamsConnector({
    clock: context.clock,
    list: async () => [...KINDS, ...COMMENT_KINDS],
    open: (stream) => {
      const what = COMMENT_KINDS.find((kind) => kind === stream);
      return what
        ? watchCloudComments({ ...deps, deliver }, what)
        : createFeed(deps, stream === "page" ? stream : "blogpost");
    },
  });
  return {
    pull,
    listIds: async (signal) => {
      const lists: (readonly string[])[] = [];
      for (const kind of KINDS) lists.push(await listIds(deps, kind, signal));
      return lists.flat();
    },
    fetchItems: (itemIds, signal) => fetchItems(deps, itemIds, signal),
    search: (query, signal) => search(deps, query, signal),
  };
}

function createFeed(deps: CloudDeps, kind: ConfluenceKind): Pick<Connector, "pull"> {
  const { context, client, floor } = deps;
  const feed = createFeedConnector<Item>({
    clock: context.clock,
    known: context.known,
    ...(floor !== undefined && { floor }),
    list: async ({ token }, signal) => {
      const parameters = {
        ...(await listParameters(deps, signal)),
        limit: String(CONTENTS_PER_PAGE),
        cursor: token,
      };
      const { results, next } = await client.contents(kind, parameters, signal);
      return {
        items: parseContents(results, formatOf(deps, kind), kind),
        ...(next !== undefined && { next }),
      };
    },
    describe: (item) => item,
    deliver: (items, signal) => deliver(deps, kind, { items, signal }),
  });
  const { known } = context;
  return withTrash(feed, { known, listTrash: (signal) => listTrash(deps, kind, signal) });
}

/** Ids of recently trashed, deleted or archived contents; empty when the person may not read them. */
async function listTrash(
  deps: CloudDeps,
  kind: ConfluenceKind,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const status = kind === "page" ? ["trashed", "deleted", "archived"] : ["trashed", "deleted"];
  const parameters = { ...(await listParameters(deps, signal)), status, limit: String(CONTENTS_PER_PAGE) };
  const found = await optionalOnForbidden(() => deps.client.contents(kind, parameters, signal));
  return parseContents(found?.results ?? [], formatOf(deps, kind), kind).map(({ id }) => id);
}

async function listParameters({ spaceIds }: CloudDeps, signal: AbortSignal) {
  return { sort: "-modified-date", "space-id": await spaceIds(signal) };
}

/** Contents that vanished between listing and delivery are left to the next list of ids. */
async function deliver(
  deps: CloudDeps,
  kind: ConfluenceKind,
  { items, signal }: { items: readonly Item[]; signal: AbortSignal },
): Promise<ItemsPage> {
  const listed = items.map(({ found }) => found);
  const failures = listed.flatMap((found) => ("failure" in found ? [found.failure] : []));
  const ids = listed.flatMap((found) => ("content" in found ? [found.content.id] : []));
  const fetched = await fetchContents(deps, { kind, ids }, signal);
  return mergeItems([{ failures }, fetched]);
}

/** Reads these contents with bodies and names. One that Confluence no longer shows is a deletion. */
async function fetchContents(
  deps: CloudDeps,
  { kind, ids }: { kind: ConfluenceKind; ids: readonly string[] },
  signal: AbortSignal,
): Promise<ItemsPage> {
  const items: Item[] = [];
  for (let at = 0; at < ids.length; at += CONTENTS_PER_PAGE) {
    items.push(...(await fetchBodies(deps, { kind, ids: ids.slice(at, at + CONTENTS_PER_PAGE) }, signal)));
  }
  const contents = items.flatMap(({ found }) => ("content" in found ? [found] : []));
  await deps.names.load(
    contents.map(({ content }) => content),
    signal,
  );
  const extras = await Promise.all(
    contents.map(({ content }) => readCloudExtras(deps, { kind, id: content.id }, signal)),
  );
  const returned = new Set(items.map(({ id }) => id));
  return {
    documents: await Promise.all(
      contents.map((found, at) => toCloudDocument(deps, kind, { ...found, extras: extras[at] ?? NO_EXTRAS })),
    ),
    failures: items.flatMap(({ found }) => ("failure" in found ? [found.failure] : [])),
    // As many entries as ids: one of another id is malformed, and no content is gone.
    deletions:
      items.length < ids.length ? ids.map((id) => itemId(kind, id)).filter((id) => !returned.has(id)) : [],
  };
}

/** When the reply is too large, each half is requested by itself; a single content that is too large is a failure. */
async function fetchBodies(
  deps: CloudDeps,
  { kind, ids }: { kind: ConfluenceKind; ids: readonly string[] },
  signal: AbortSignal,
): Promise<readonly Item[]> {
  const parameters = { id: ids, limit: String(ids.length) };
  const read = async (more: Readonly<Record<string, string>>) => {
    const { results } = await deps.client.contents(kind, { ...parameters, ...more }, signal);
    return results.map((each) => parseContent(each, formatOf(deps, kind), { kind }));
  };
  const items = await optionalOnTooLarge(() => read({ "body-format": "storage" }));
  if (items) return items;
  if (ids.length === 1) return (await read({})).map((item) => toTooLarge(item, deps.base));
  const half = Math.ceil(ids.length / 2);
  return [
    ...(await fetchBodies(deps, { kind, ids: ids.slice(0, half) }, signal)),
    ...(await fetchBodies(deps, { kind, ids: ids.slice(half) }, signal)),
  ];
}

interface ReadContent {
  readonly content: CloudContent;
  readonly lost: readonly string[];
  readonly extras: PageExtras;
}

function toCloudDocument(
  { names, base, site }: CloudDeps,
  kind: ConfluenceKind,
  { content, lost, extras }: ReadContent,
): Promise<SourceDocument> {
  const { id, title, version, createdAt, authorId, body, _links } = content;
  return toDocument(
    {
      ...{ kind, id, title, createdAt, updatedAt: version.createdAt, version: versionOf(content) },
      author: names.user(authorId),
      editor: names.user(version.authorId),
      space: names.space(content),
      ancestors: names.ancestors(content),
      storage: body?.storage?.value ?? "",
      webui: _links?.webui,
      extras,
      lost: body?.storage?.value == null ? [...lost, "text"] : lost,
    },
    { base, jiraBase: site.siteUrl, personName: names.user },
  );
}

function formatOf({ base }: CloudDeps, kind: ConfluenceKind): ContentFormat<CloudContent> {
  return {
    schema: cloudContent,
    keys: Object.keys(cloudContent.shape),
    base,
    describe: (content) => {
      const { id, version } = content;
      return { kind, id, version: versionOf(content), updatedAt: version.createdAt };
    },
  };
}

/** Moving a page need not change its version number, but changes its container. */
function versionOf({ version, spaceId, parentId }: CloudContent): string {
  return [version.number, spaceId ?? "", parentId ?? ""].join(" ");
}

async function listIds(
  deps: CloudDeps,
  kind: ConfluenceKind,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const ids: string[] = [];
  const parameters = { ...(await listParameters(deps, signal)), limit: String(IDS_PER_PAGE) };
  const list = (cursor: string | undefined) => deps.client.contents(kind, { ...parameters, cursor }, signal);
  for await (const { results } of paginate(list, ({ next }) => next)) {
    const items = parseContents(results, formatOf(deps, kind), kind);
    // An item without a modification time is kept.
    ids.push(...items.filter(({ updatedAt }) => !(updatedAt < (deps.floor ?? 0))).map(({ id }) => id));
  }
  return ids;
}

async function fetchItems(
  deps: CloudDeps,
  itemIds: readonly string[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const wanted = itemIds.map(parseItemId);
  const parts = await Promise.all(
    KINDS.map((kind) => {
      const ids = wanted.filter((each) => each.kind === kind).map(({ id }) => id);
      return fetchContents(deps, { kind, ids }, signal);
    }),
  );
  return mergeItems(parts);
}

async function search(
  deps: CloudDeps,
  query: LiveQuery,
  signal: AbortSignal,
): Promise<readonly SourceDocument[]> {
  const cql = searchCql(readListSetting(deps.context.source.settings, "spaces"), query);
  if (cql === undefined) return [];
  const ids = await deps.client.search(cql, query.limit, signal);
  const { documents } = await fetchItems(deps, ids, signal);
  return documents
    .filter(({ updatedAt }) => isInTimeRange(query, updatedAt))
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** Resolves the space keys of the settings to ids, once; rejects with SettingsError for an unknown key. */
function findSpaces(client: ConfluenceCloudClient, keys: readonly string[]): CloudDeps["spaceIds"] {
  return once(async (signal) => {
    if (keys.length === 0) return [];
    const spaces = await client.spaces({ keys }, signal);
    assertNamesExist(
      keys,
      spaces.map(({ key }) => key),
      { what: "space", from: "Confluence", setting: "Spaces" },
    );
    return spaces.map(({ id }) => id);
  });
}
