import type { ItemsPage } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import type { Connector, ConnectorContext } from "../../connector";
import { createFeedConnector, type FeedPage } from "../../shared/pull/feed/create-feed-connector";
import { isInTimeRange } from "../../shared/search/is-in-time-range";
import { readDateSetting } from "../../shared/settings/read-date-setting";
import { readListSetting } from "../../shared/settings/read-list-setting";
import { listCountedIds } from "../../shared/vendors/atlassian/list-counted-ids";
import type { AtlassianSite } from "../../shared/vendors/atlassian/resolve-site";
import { type ConfluenceServerClient, createServerClient, type ServerSearch } from "../client";
import { parseItemId } from "../confluence-kind";
import { listCql, searchCql } from "../cql";
import {
  type ContentFormat,
  optionalOnTooLarge,
  type ParsedContent,
  parseContent,
  parseContents,
  toTooLarge,
} from "../parse-content";
import { type ServerContent, serverContent } from "../schema";
import { toDocument } from "../to-document";

const CONTENTS_PER_PAGE = 25;
const IDS_PER_PAGE = 200;

type Item = ParsedContent<ServerContent>;

/**
 * Creates the connector for Confluence Data Center: one search returns pages and blog posts with bodies and names.
 */
export function createServerConnector(context: ConnectorContext, site: AtlassianSite): Required<Connector> {
  const client = createServerClient(context.api, site);
  const { settings } = context.source;
  const spaces = readListSetting(settings, "spaces");
  const floor = readDateSetting(settings, "since");
  const format = formatAt(site.siteUrl);
  const feed = createFeedConnector<Item>({
    clock: context.clock,
    known: context.known,
    ...(floor !== undefined && { floor }),
    list: async ({ token, since }, signal) => {
      return listContents({ client, format }, { cql: listCql(spaces, since), token }, signal);
    },
    describe: (item) => item,
    deliver: async (items) => deliver(items, format.base),
  });
  return {
    pull: feed.pull,
    listIds: (signal) => listIds({ client, format, floor, cql: listCql(spaces, floor) }, signal),
    fetchItems: async (itemIds, signal) => {
      const found = await Promise.all(
        itemIds.map(async (id) => {
          const raw = await client.content(parseItemId(id).id, signal);
          return parseContent(raw, format, parseItemId(id)) ?? id;
        }),
      );
      const present = found.filter((each) => typeof each !== "string");
      return {
        ...deliver(present, format.base),
        deletions: found.filter((each) => typeof each === "string"),
      };
    },
    search: async (query, signal) => {
      const cql = searchCql(spaces, query);
      if (cql === undefined) return [];
      const { results } = await client.search({ cql, limit: query.limit, whole: true }, signal);
      const wanted = parseContents(results, format).filter(({ updatedAt }) =>
        isInTimeRange(query, updatedAt),
      );
      return deliver(wanted, format.base).documents;
    },
  };
}

interface ServerDeps {
  readonly client: ConfluenceServerClient;
  readonly format: ContentFormat<ServerContent>;
}

/** When the reply is too large, fewer contents are requested at once; a single one that is too large is a failure. */
async function listContents(
  { client, format }: ServerDeps,
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
    base,
    describe: ({ id, type, version }) => ({
      ...{ id, kind: type, updatedAt: version.when },
      version: String(version.number),
    }),
  };
}

function deliver(items: readonly Item[], base: string): ItemsPage {
  const found = items.map((item) => item.found);
  return {
    documents: found.flatMap((each) => ("content" in each ? [toServerDocument(each.content, base)] : [])),
    failures: found.flatMap((each) => ("failure" in each ? [each.failure] : [])),
    deletions: [],
  };
}

function toServerDocument(content: ServerContent, base: string): SourceDocument {
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
    },
    { base },
  );
}

interface ListIdsDeps extends ServerDeps {
  readonly floor: number | undefined;
  readonly cql: string;
}

async function listIds(
  { client, format, floor, cql }: ListIdsDeps,
  signal: AbortSignal,
): Promise<readonly string[]> {
  return listCountedIds(
    async (token) => {
      const request = { cql, limit: IDS_PER_PAGE, token, whole: false };
      const { results, ...page } = await client.search(request, signal);
      return { ...page, items: parseContents(results, format) };
    },
    { floor, from: "Confluence", items: "pages" },
  );
}
