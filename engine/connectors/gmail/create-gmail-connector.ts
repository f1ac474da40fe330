import type { ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { once } from "../../util/once";
import { sha256Hex } from "../../util/sha256-hex";
import type { Connector, ConnectorContext } from "../connector";
import { createDeltaConnector } from "../shared/pull/delta/create-delta-connector";
import type { DeliveredItems } from "../shared/pull/delta/delta-entry";
import { mergeItems } from "../shared/pull/items-page";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { deliverItem } from "../shared/vendors/google/deliver-items";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import { toMalformedFailure } from "../shared/vendors/google/to-malformed-failure";
import { createGmailClient, type GmailClient } from "./client";
import { fetchAttachments } from "./fetch-attachments";
import {
  affectsContent,
  buildSearchQuery,
  buildThreadsQuery,
  type GmailFilter,
  isOwnLabel,
  isWanted,
  readFilter,
} from "./filter";
import { type GmailThread, type HistoryRecord, thread as threadSchema } from "./schema";
import { contentKey, toDocument, urlOf } from "./to-document";

const THREADS_PER_PAGE = 25;
const IDS_PER_PAGE = 500;

interface GmailDeps extends Pick<ConnectorContext, "clock" | "known" | "withPrefix"> {
  readonly client: GmailClient;
  /** Address of the mailbox, where it is known. */
  readonly mailbox: string | undefined;
  /** Nothing older is read; milliseconds since the epoch. */
  readonly since: number | undefined;
  filter(signal: AbortSignal): Promise<GmailFilter>;
  /** Names of the mailbox's labels by id. */
  labelNames(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
}

/** Creates a connector that reads conversations, newest first, and then the changes of the mailbox. */
export function createGmailConnector({ source, api, clock, known, withPrefix }: ConnectorContext): Connector {
  const { settings, account } = source;
  const client = createGmailClient(api);
  const since = readDateSetting(settings, "since");
  const labels = once((signal: AbortSignal) => client.labels(signal));
  const filter = once((signal: AbortSignal) => readFilter({ labels }, settings, signal));
  const labelNames = once(
    async (signal: AbortSignal) => new Map((await labels(signal)).map(({ id, name }) => [id, name])),
  );
  return createMailboxConnector({
    ...{ client, clock, known, withPrefix, since, filter, labelNames },
    mailbox: account?.name,
  });
}

function createMailboxConnector(deps: GmailDeps): Connector {
  const { client, clock, known, withPrefix } = deps;
  const listIds = async (signal: AbortSignal) => {
    const request = { q: buildThreadsQuery(await deps.filter(signal)), pageSize: IDS_PER_PAGE };
    const ids: string[] = [];
    for await (const { threads } of paginateGoogle((page) => client.threads({ ...request, page }, signal))) {
      ids.push(...threads.map(({ id }) => id));
    }
    return ids;
  };
  const delta = createDeltaConnector<string>({
    ...{ clock, known, floor: deps.since },
    newestFirst: true,
    start: async (signal) => (await client.profile(signal)).historyId,
    list: async ({ page }, signal) => {
      const q = buildThreadsQuery(await deps.filter(signal));
      const { threads, nextPageToken } = await client.threads(
        { q, pageSize: THREADS_PER_PAGE, page },
        signal,
      );
      return {
        entries: threads.map(({ id, historyId }) => ({ kind: "item", id, item: id, version: historyId })),
        ...(nextPageToken !== undefined && { next: nextPageToken }),
      };
    },
    changes: async ({ token, page }, signal) => {
      const filter = await deps.filter(signal);
      const { history, historyId, nextPageToken } = await client.history({ since: token, page }, signal);
      return {
        entries: history
          .flatMap((record) => threadsIn(record, filter))
          .map((id) => ({ kind: "item", id, item: id })),
        ...(nextPageToken === undefined ? { token: historyId } : { next: nextPageToken }),
      };
    },
    deliver: (ids, signal) => deliverThreads(ids, deps, signal),
    findGone: async (signal) => {
      const live = new Set(await listIds(signal));
      return (await withPrefix("")).filter((id) => !live.has(id));
    },
  });
  return {
    ...delta,
    listIds,
    fetchItems: async (itemIds, signal) => readThreads(itemIds, deps, signal),
    search: async (query, signal) => {
      const q = buildSearchQuery(query, await deps.filter(signal));
      const { threads } = await client.threads({ q, pageSize: query.limit }, signal);
      const found = threads.map(({ id }) => id);
      return (await readThreads(found, { ...deps, attachments: "named" }, signal)).documents;
    },
  };
}

/** Conversations that the record changes in a relevant way. */
function threadsIn(record: HistoryRecord, filter: GmailFilter): readonly string[] {
  const { messagesAdded = [], messagesDeleted = [], labelsAdded = [], labelsRemoved = [] } = record;
  const labelled = [...labelsAdded, ...labelsRemoved].filter(({ labelIds = [] }) =>
    labelIds.some((id) => affectsContent(id, filter)),
  );
  return [...messagesAdded, ...messagesDeleted, ...labelled].map(({ message }) => message.threadId);
}

/** A conversation whose messages have not changed is only touched. */
async function deliverThreads(
  ids: readonly string[],
  deps: GmailDeps,
  signal: AbortSignal,
): Promise<DeliveredItems> {
  const [page, ledger] = [await readThreads(ids, deps, signal), await deps.known(ids)];
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

interface ReadThreadDeps extends GmailDeps {
  /** `named` where the person waits for an answer. */
  readonly attachments?: "fetched" | "named";
}

async function readThreads(
  ids: readonly string[],
  deps: ReadThreadDeps,
  signal: AbortSignal,
): Promise<ItemsPage> {
  const filter = await deps.filter(signal);
  const pages = await Promise.all(ids.map((id) => readThread(id, { ...deps, filter }, signal)));
  return mergeItems(pages);
}

async function readThread(
  id: string,
  deps: Omit<ReadThreadDeps, "filter"> & { readonly filter: GmailFilter },
  signal: AbortSignal,
): Promise<Partial<ItemsPage>> {
  const { client, mailbox, filter, attachments = "fetched" } = deps;
  const url = urlOf(id, mailbox);
  return deliverItem({ id, title: "A conversation in Gmail", url, version: "unread" }, async () => {
    const { data: thread, error } = threadSchema.safeParse(await client.thread(id, signal));
    if (error) return { failures: [toMalformedFailure({ id, url }, error)] };
    if (!thread.messages.some((message) => isWanted(message, filter))) return { deletions: [id] };
    const labels = await labelsOf(thread, deps, signal);
    const contentHash = await sha256Hex(new TextEncoder().encode(contentKey(thread, labels)));
    const files = attachments === "named" ? new Map() : await fetchAttachments(thread, client, signal);
    return { documents: [toDocument(thread, { contentHash, mailbox, labels, files })] };
  });
}

/** Names of the person's own labels on the conversation, sorted. */
async function labelsOf(
  { messages }: GmailThread,
  { labelNames }: Pick<GmailDeps, "labelNames">,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const ids = [...new Set(messages.flatMap(({ labelIds }) => labelIds))].filter(isOwnLabel);
  if (ids.length === 0) return [];
  const names = await labelNames(signal);
  return ids.flatMap((id) => names.get(id) ?? []).sort();
}
