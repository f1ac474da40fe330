import * as z from "zod";
import { ReadItemError } from "../../errors/read-item-error";
import { toPlainError } from "../../errors/to-plain-error";
import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { isWithin } from "../api/is-within";
import { pagesOf } from "../api/pages-of";
import { readDateSetting } from "../api/read-date-setting";
import type { Connector, ConnectorContext, LiveQuery } from "../connector";
import { createFeedConnector } from "../feed/create-feed-connector";
import { withTrash } from "../feed/with-trash";
import { createNotionClient, type NotionClient, type NotionMarkdown } from "./client";
import { createPeople, type People } from "./people";
import { createPlaces, type Places } from "./places";
import { titleOf } from "./properties";
import { isTrashed, pageId, pageUrl, type ReadPage, readPage, readPages } from "./read-page";
import type { NotionPage } from "./schema";
import { toDocument } from "./to-document";

/** Each new page takes a request of its own; more of them would make a page of results too slow to commit. */
const PAGES_A_LIST = 20;
const IDS_A_LIST = 100;
/** Of what a live search finds; the rest comes with title and properties, for Notion is too slow to read them all. */
const READ_FOR_SEARCH = 3;

interface Room {
  readonly context: ConnectorContext;
  readonly client: NotionClient;
  readonly places: Places;
  readonly people: People;
  readonly floor: number | undefined;
}

export function createNotion(context: ConnectorContext): Connector {
  const client = createNotionClient(context.api);
  const floor = readDateSetting(context.source.settings, "since");
  const room: Room = { context, client, floor, places: createPlaces(client), people: createPeople(client) };
  const feed = createFeedConnector<ReadPage>({
    clock: context.clock,
    known: context.known,
    ...(floor !== undefined && { floor }),
    list: async ({ token }, signal) => {
      const { pages, next } = await client.search({ pageSize: PAGES_A_LIST, token }, signal);
      const items = readPages(pages, context.clock.now());
      for (const { found } of items) if ("page" in found) room.places.note(found.page);
      return { items, ...(next !== undefined && { next }) };
    },
    describe: (item) => item,
    deliver: (items, signal) => deliver(room, items, signal),
  });
  const { known } = context;
  return {
    pull: withTrash(feed, { known, listTrash: (signal) => listTrash(room, signal) }).pull,
    listIds: (signal) => listIds(room, signal),
    fetchItems: (itemIds, signal) => fetchItems(room, itemIds, signal),
    search: (query, signal) => search(room, query, signal),
  };
}

/** What reading a page's content came to. */
type Reading = NotionMarkdown | "gone" | { readonly failure: ItemFailure };

async function deliver(room: Room, items: readonly ReadPage[], signal: AbortSignal): Promise<ItemsPage> {
  const readings = await Promise.all(items.map((item) => readContent(room, item, signal)));
  const documents: SourceDocument[] = [];
  const failures: ItemFailure[] = [];
  const deletions: string[] = [];
  for (const [at, item] of items.entries()) {
    const reading = readings[at] ?? "gone";
    if (reading === "gone") deletions.push(item.id);
    else if ("failure" in reading) failures.push(reading.failure);
    else if ("page" in item.found)
      documents.push(await describe(room, { ...item, ...item.found, content: reading }, signal));
  }
  return { documents, failures, deletions };
}

/** A page that Notion cannot render is a failure until it changes. */
async function readContent(
  { client }: Room,
  { id, version, found }: ReadPage,
  signal: AbortSignal,
): Promise<Reading> {
  if ("failure" in found) return found;
  const { page } = found;
  if (isTrashed(page)) return "gone";
  try {
    return (await client.markdown(page.id, signal)) ?? "gone";
  } catch (error) {
    const { code, message: reason } = toPlainError(error);
    if (code !== "read-item") throw error;
    const title = titleOf(page.properties) || "Untitled";
    return { failure: { id, title, url: pageUrl(page), version, outcome: "failed", code, reason } };
  }
}

interface Described {
  readonly page: NotionPage;
  readonly version: string;
  readonly content: NotionMarkdown | undefined;
}

/** One page after the other, so that names they share are asked for once. */
async function describe(
  { places, people }: Room,
  { page, version, content }: Described,
  signal: AbortSignal,
): Promise<SourceDocument> {
  const container = await places.path(page, signal);
  const author = await people.name(page.created_by, signal);
  const editor = await people.name(page.last_edited_by, signal);
  return toDocument(page, { version, content, container, author, editor });
}

/**
 * Notion's search promises neither to list everything nor to keep still while it is read. What the ledger has and
 * the list lacks is therefore looked up before it counts as gone.
 */
async function listIds(room: Room, signal: AbortSignal): Promise<readonly string[]> {
  const { client, context, floor = 0 } = room;
  const ids = new Set<string>();
  const list = (token: string | undefined) => client.search({ pageSize: IDS_A_LIST, token }, signal);
  for await (const { pages, complete } of pagesOf(list, ({ next }) => next)) {
    if (!complete)
      throw new ReadItemError("Cannot tell which pages are gone: Notion lists only some of them");
    for (const item of readPages(pages, context.clock.now())) if (isWanted(item, floor)) ids.add(item.id);
  }
  const missing = (await context.withPrefix("page:")).filter((id) => !ids.has(id));
  for (const id of missing) {
    const item = await readOne(room, id, signal);
    if (item && isWanted(item, floor)) ids.add(id);
  }
  return [...ids];
}

/** A list that also shows pages in use is no list of the trash. */
async function listTrash({ client, context }: Room, signal: AbortSignal): Promise<readonly string[]> {
  const items = readPages(await client.trash(signal), context.clock.now());
  return items.filter(({ found }) => "page" in found && isTrashed(found.page)).map(({ id }) => id);
}

function isWanted({ updatedAt, found }: ReadPage, floor: number): boolean {
  return !(updatedAt < floor) && !("page" in found && isTrashed(found.page));
}

async function readOne(
  { client, context }: Room,
  id: string,
  signal: AbortSignal,
): Promise<ReadPage | undefined> {
  const raw = await client.read(`pages/${encodeURIComponent(pageId(id))}`, z.unknown(), signal);
  return raw === undefined ? undefined : readPage(raw, { now: context.clock.now() });
}

async function fetchItems(room: Room, itemIds: readonly string[], signal: AbortSignal): Promise<ItemsPage> {
  const items = await Promise.all(itemIds.map(async (id) => (await readOne(room, id, signal)) ?? id));
  const there = items.filter((item) => typeof item !== "string");
  const said = await deliver(room, there, signal);
  return { ...said, deletions: [...said.deletions, ...items.filter((item) => typeof item === "string")] };
}

/** By title only, as Notion searches. */
async function search(room: Room, query: LiveQuery, signal: AbortSignal): Promise<readonly SourceDocument[]> {
  const { client, context } = room;
  const { text, limit } = query;
  if (text.trim() === "") return [];
  const { pages } = await client.search({ query: text, pageSize: Math.min(limit, IDS_A_LIST) }, signal);
  const wanted = readPages(pages, context.clock.now()).filter(
    (item) => isWanted(item, 0) && isWithin(query, item.updatedAt),
  );
  const { documents } = await deliver(room, wanted.slice(0, READ_FOR_SEARCH), signal);
  const rest: SourceDocument[] = [];
  for (const { found, version } of wanted.slice(READ_FOR_SEARCH))
    if ("page" in found)
      rest.push(
        await describe(room, { page: found.page, version: `${version} title`, content: undefined }, signal),
      );
  return [...documents, ...rest];
}
