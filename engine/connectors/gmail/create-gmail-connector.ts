import type { ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { sha256Hex } from "../../util/sha256-hex";
import type { Connector, ConnectorContext } from "../connector";
import { createDeltaConnector } from "../delta/create-delta-connector";
import type { DeliveredItems } from "../delta/delta-entry";
import { deliverItem } from "../google/deliver-items";
import { googlePages } from "../google/google-pages";
import { malformedItem } from "../google/malformed-item";
import type { GmailClient } from "./client";
import { isTelling, isWanted, type Narrowing, searchQuery, threadsQuery } from "./narrowing";
import { type HistoryRecord, thread as threadSchema } from "./schema";
import { contentKey, toDocument, urlOf } from "./to-document";

export interface GmailOptions extends Pick<ConnectorContext, "clock" | "known" | "withPrefix"> {
  readonly client: GmailClient;
  /** Address of the mailbox, where it is known. */
  readonly mailbox: string | undefined;
  /** Nothing older is wanted; milliseconds since the epoch. */
  readonly since: number | undefined;
  narrowing(signal: AbortSignal): Promise<Narrowing>;
}

const LIST_PAGE = 25;
const IDS_PAGE = 500;

/** Conversations newest first, then what happened in the mailbox since. */
export function createGmailConnector(options: GmailOptions): Connector {
  const { client, clock, known, withPrefix } = options;
  const listIds = async (signal: AbortSignal) => {
    const request = { q: threadsQuery(await options.narrowing(signal)), pageSize: IDS_PAGE };
    const ids: string[] = [];
    for await (const { threads } of googlePages((page) => client.threads({ ...request, page }, signal))) {
      ids.push(...threads.map(({ id }) => id));
    }
    return ids;
  };
  const delta = createDeltaConnector<string>({
    ...{ clock, known, floor: options.since },
    newestFirst: true,
    start: async (signal) => (await client.profile(signal)).historyId,
    list: async ({ page }, signal) => {
      const q = threadsQuery(await options.narrowing(signal));
      const { threads, nextPageToken } = await client.threads({ q, pageSize: LIST_PAGE, page }, signal);
      return {
        entries: threads.map(({ id, historyId }) => ({ kind: "item", id, item: id, version: historyId })),
        ...(nextPageToken !== undefined && { next: nextPageToken }),
      };
    },
    changes: async ({ token, page }, signal) => {
      const narrowing = await options.narrowing(signal);
      const { history, historyId, nextPageToken } = await client.history({ since: token, page }, signal);
      return {
        entries: history
          .flatMap((record) => threadsIn(record, narrowing))
          .map((id) => ({ kind: "item", id, item: id })),
        ...(nextPageToken === undefined ? { token: historyId } : { next: nextPageToken }),
      };
    },
    deliver: (ids, signal) => deliverThreads(ids, options, signal),
    findGone: async (signal) => {
      const live = new Set(await listIds(signal));
      return (await withPrefix("")).filter((id) => !live.has(id));
    },
  });
  return {
    ...delta,
    listIds,
    fetchItems: async (itemIds, signal) => readThreads(itemIds, options, signal),
    search: async (query, signal) => {
      const q = searchQuery(query, await options.narrowing(signal));
      const { threads } = await client.threads({ q, pageSize: query.limit }, signal);
      const found = threads.map(({ id }) => id);
      return (await readThreads(found, options, signal)).documents;
    },
  };
}

/** Conversations in which something happened that may matter. */
function threadsIn(record: HistoryRecord, narrowing: Narrowing): readonly string[] {
  const { messagesAdded = [], messagesDeleted = [], labelsAdded = [], labelsRemoved = [] } = record;
  const labelled = [...labelsAdded, ...labelsRemoved].filter(({ labelIds = [] }) =>
    labelIds.some((id) => isTelling(id, narrowing)),
  );
  return [...messagesAdded, ...messagesDeleted, ...labelled].map(({ message }) => message.threadId);
}

/** Those whose messages are what they were are only touched. */
async function deliverThreads(
  ids: readonly string[],
  options: GmailOptions,
  signal: AbortSignal,
): Promise<DeliveredItems> {
  const [page, ledger] = [await readThreads(ids, options, signal), await options.known(ids)];
  const isSame = ({ id, contentHash }: SourceDocument) =>
    contentHash !== undefined && ledger.get(id)?.contentHash === contentHash;
  return {
    ...page,
    documents: page.documents.filter((document) => !isSame(document)),
    touched: page.documents
      .filter((document) => isSame(document) && ledger.get(document.id)?.version !== document.version)
      .map(({ id, version }) => ({ id, version })),
  };
}

async function readThreads(
  ids: readonly string[],
  options: GmailOptions,
  signal: AbortSignal,
): Promise<ItemsPage> {
  const narrowing = await options.narrowing(signal);
  const pages = await Promise.all(
    ids.map((id) => readThread(id, { ...options, narrowing: narrowing }, signal)),
  );
  return {
    documents: pages.flatMap(({ documents = [] }) => documents),
    deletions: pages.flatMap(({ deletions = [] }) => deletions),
    failures: pages.flatMap(({ failures = [] }) => failures),
  };
}

async function readThread(
  id: string,
  {
    client,
    mailbox,
    narrowing,
  }: { readonly client: GmailClient; readonly mailbox: string | undefined; readonly narrowing: Narrowing },
  signal: AbortSignal,
): Promise<Partial<ItemsPage>> {
  const url = urlOf(id, mailbox);
  return deliverItem({ id, title: "A conversation in Gmail", url, version: "unread" }, async () => {
    const { data: thread, error } = threadSchema.safeParse(await client.thread(id, signal));
    if (error) return { failures: [malformedItem({ id, url }, error)] };
    if (!thread.messages.some((message) => isWanted(message, narrowing))) return { deletions: [id] };
    const contentHash = await sha256Hex(new TextEncoder().encode(contentKey(thread)));
    return { documents: [toDocument(thread, { contentHash, mailbox })] };
  });
}
