import * as z from "zod";
import { ReadItemError } from "../../errors/read-item-error";
import { toPlainError } from "../../errors/to-plain-error";
import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import type { Connector, ConnectorContext, LiveQuery } from "../connector";
import { paginate } from "../shared/http/paginate";
import { createFeedConnector } from "../shared/pull/feed/create-feed-connector";
import { withTrash } from "../shared/pull/feed/with-trash";
import { isInTimeRange } from "../shared/search/is-in-time-range";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { createNotionClient, type NotionClient } from "./client";
import { type ReadPage, readPage } from "./content/read-page";
import { createNameCache, type NameCache } from "./names";
import { createParentPaths, type ParentPaths } from "./parent-paths";
import {
  isTrashed,
  itemPath,
  type ParsedPage,
  pageUrl,
  parsePage,
  parsePages,
  UNIDENTIFIED,
} from "./parse-page";
import { idsIn, titleOf } from "./properties";
import { holderSchema, type NotionDataSource, type NotionPage } from "./schema";
import { plainTexts, toDataSourceDocument, toDocument } from "./to-document";

/** Each new page takes a request of its own, so a larger number would make a page of results slow to commit. */
const PAGES_PER_REQUEST = 20;
const IDS_PER_REQUEST = 100;
/**
 * Number of live search results that are read in full; the others have title and properties only, because Notion is
 * slow.
 */
const MAX_SEARCH_READS = 3;

interface NotionDeps {
  readonly context: ConnectorContext;
  readonly client: NotionClient;
  readonly parentPaths: ParentPaths;
  readonly names: NameCache;
  readonly floor: number | undefined;
}

export function createNotionConnector(context: ConnectorContext): Connector {
  const client = createNotionClient(context.api);
  const floor = readDateSetting(context.source.settings, "since");
  const parentPaths = createParentPaths(client);
  const names = createNameCache(client, parentPaths);
  const deps: NotionDeps = { context, client, floor, parentPaths, names };
  const feed = createFeedConnector<ParsedPage>({
    clock: context.clock,
    known: context.known,
    ...(floor !== undefined && { floor }),
    list: async ({ token }, signal) => {
      const { pages, next } = await client.search({ pageSize: PAGES_PER_REQUEST, token }, signal);
      const items = parsePages(pages, context.clock.now());
      for (const { found } of items) if ("page" in found) deps.parentPaths.remember(found.page);
      return { items, ...(next !== undefined && { next }) };
    },
    describe: (item) => item,
    deliver: (items, signal) => deliver(deps, items, signal),
  });
  const { known } = context;
  return {
    pull: withTrash(feed, { known, listTrash: (signal) => listTrash(deps, signal) }).pull,
    listIds: (signal) => listIds(deps, signal),
    fetchItems: (itemIds, signal) => fetchItems(deps, itemIds, signal),
    search: (query, signal) => search(deps, query, signal),
  };
}

/** The result of reading a page's content; undefined for a data source, which has none. */
type ContentResult = ReadPage | undefined | "gone" | { readonly failure: ItemFailure };

async function deliver(
  deps: NotionDeps,
  items: readonly ParsedPage[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const results = await Promise.all(items.map((item) => fetchContent(deps, item, signal)));
  const documents: SourceDocument[] = [];
  const failures: ItemFailure[] = [];
  const deletions: string[] = [];
  for (const [at, { id, version, found }] of items.entries()) {
    const result = results[at];
    if (result === "gone") deletions.push(id);
    else if (result !== undefined && "failure" in result) failures.push(result.failure);
    else if ("page" in found)
      documents.push(await toPageDocument(deps, { version, page: found.page, read: result }, signal));
    else if ("dataSource" in found)
      documents.push(await toTableDocument(deps, { version, source: found.dataSource }, signal));
  }
  return { documents, failures, deletions };
}

/** A page that Notion cannot render is a failure until it changes. */
async function fetchContent(
  { client, names }: NotionDeps,
  item: ParsedPage,
  signal: AbortSignal,
): Promise<ContentResult> {
  const { id, version, found } = item;
  if ("failure" in found) return found;
  if (isTrashed(item)) return "gone";
  if ("dataSource" in found) return undefined;
  const { page } = found;
  try {
    return (await readPage({ client, names }, page, signal)) ?? "gone";
  } catch (error) {
    const { code, message: reason } = toPlainError(error);
    if (code !== "read-item") throw error;
    const title = titleOf(page.properties) || "Untitled";
    return { failure: { id, title, url: pageUrl(page), version, outcome: "failed", code, reason } };
  }
}

interface DescribedPage {
  readonly page: NotionPage;
  readonly version: string;
  readonly read: ReadPage | undefined;
}

/** One page after the other, so that shared names are requested once. */
async function toPageDocument(
  { parentPaths, names }: NotionDeps,
  { page, version, read }: DescribedPage,
  signal: AbortSignal,
): Promise<SourceDocument> {
  const container = await parentPaths.path(page, signal);
  const writers = [page.created_by, page.last_edited_by].map((user) => user?.id);
  const inProperties = read ? { users: [], pages: [] } : idsIn(page.properties);
  const users = [...writers.filter((id) => id !== undefined), ...inProperties.users];
  await names.load({ users, pages: inProperties.pages }, signal);
  const [author, editor] = writers.map((id) => (id === undefined ? undefined : names.user(id)));
  return toDocument(page, { version, read, container, names, author, editor });
}

async function toTableDocument(
  { client, parentPaths }: NotionDeps,
  { version, source }: { readonly version: string; readonly source: NotionDataSource },
  signal: AbortSignal,
): Promise<SourceDocument> {
  const container = await parentPaths.path({ parent: source.database_parent }, signal);
  const id = source.parent?.database_id;
  const database = id ? await client.readOptional(`databases/${id}`, holderSchema, signal) : undefined;
  return toDataSourceDocument(source, {
    version,
    container,
    databaseDescription: plainTexts(database?.description),
  });
}

/**
 * Notion's search guarantees neither completeness nor a stable order. Items of the ledger that the list lacks are
 * therefore looked up before they count as gone.
 */
async function listIds(deps: NotionDeps, signal: AbortSignal): Promise<readonly string[]> {
  const { client, context, floor = 0 } = deps;
  const ids = new Set<string>();
  const list = (token: string | undefined) => client.search({ pageSize: IDS_PER_REQUEST, token }, signal);
  for await (const { pages, complete } of paginate(list, ({ next }) => next)) {
    if (!complete)
      throw new ReadItemError("Cannot tell which pages are gone: Notion lists only some of them");
    for (const item of parsePages(pages, context.clock.now())) if (isWanted(item, floor)) ids.add(item.id);
  }
  const missing = (await context.withPrefix("")).filter((id) => !ids.has(id));
  for (const id of missing) {
    const item = await fetchPage(deps, id, signal);
    if (item && isWanted(item, floor)) ids.add(id);
  }
  return [...ids];
}

/** Pages in use may be in the list; they are not in the trash. */
async function listTrash({ client, context }: NotionDeps, signal: AbortSignal): Promise<readonly string[]> {
  const items = parsePages(await client.trash(signal), context.clock.now());
  return items.filter(isTrashed).map(({ id }) => id);
}

function isWanted(item: ParsedPage, floor: number): boolean {
  return !(item.updatedAt < floor) && !isTrashed(item);
}

async function fetchPage(
  { client, context }: NotionDeps,
  id: string,
  signal: AbortSignal,
): Promise<ParsedPage | undefined> {
  if (id === UNIDENTIFIED) return undefined;
  const raw = await client.read(itemPath(id), z.unknown(), signal);
  return raw === undefined ? undefined : parsePage(raw, { now: context.clock.now() });
}

async function fetchItems(
  deps: NotionDeps,
  itemIds: readonly string[],
  signal: AbortSignal,
): Promise<ItemsPage> {
  const items = await Promise.all(itemIds.map(async (id) => (await fetchPage(deps, id, signal)) ?? id));
  const present = items.filter((item) => typeof item !== "string");
  const delivered = await deliver(deps, present, signal);
  return {
    ...delivered,
    deletions: [...delivered.deletions, ...items.filter((item) => typeof item === "string")],
  };
}

/** Notion searches titles only. */
async function search(
  deps: NotionDeps,
  query: LiveQuery,
  signal: AbortSignal,
): Promise<readonly SourceDocument[]> {
  const { client, context } = deps;
  const { text, limit } = query;
  if (text.trim() === "") return [];
  const { pages } = await client.search({ query: text, pageSize: Math.min(limit, IDS_PER_REQUEST) }, signal);
  const wanted = parsePages(pages, context.clock.now()).filter(
    (item) => isWanted(item, 0) && isInTimeRange(query, item.updatedAt),
  );
  const { documents } = await deliver(deps, wanted.slice(0, MAX_SEARCH_READS), signal);
  const rest: SourceDocument[] = [];
  for (const { found, version } of wanted.slice(MAX_SEARCH_READS))
    if ("page" in found)
      rest.push(
        await toPageDocument(
          deps,
          { page: found.page, version: `${version} title`, read: undefined },
          signal,
        ),
      );
  return [...documents, ...rest];
}
