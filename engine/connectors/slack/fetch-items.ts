import type { ItemsPage } from "../../model/pull-page";
import { mergeItems } from "../shared/pull/items-page";
import type { SlackConversation } from "./messages/conversation";
import type { SlackMessage } from "./messages/message";
import { dayOf, endOfDay, justBefore } from "./messages/time";
import { describeChannel } from "./pull/describe-channels";
import type { PullDeps } from "./pull/pull-deps";
import { exceedsMaxMessages, toDayDocuments } from "./pull/read-history";
import { readThread } from "./pull/read-thread";
import { parseId } from "./to-document";

interface ConversationScope {
  readonly conversation: SlackConversation;
  readonly channels: readonly SlackConversation[];
}

/** The current state of these threads and days. */
export async function fetchItems(deps: PullDeps, itemIds: readonly string[]): Promise<ItemsPage> {
  const { client, filter: scope } = deps;
  const all = await client.conversations(scope.types);
  const listed = all.filter((each) => each !== undefined).filter(scope.includes);
  const conversations = new Map(listed.map((conversation) => [conversation.id, conversation]));
  const pages: Partial<ItemsPage>[] = [];
  for (const id of itemIds) {
    const at = parseId(id);
    const conversation = at && conversations.get(at.channel);
    const page = conversation && (await FETCH[at.kind](deps, { conversation, channels: listed }, at.ts));
    const isPresent = page && page.documents.length + page.failures.length > 0;
    pages.push(isPresent ? page : { deletions: [id] });
  }
  return mergeItems(pages);
}

type Fetch = (deps: PullDeps, where: ConversationScope, ts: string) => Promise<ItemsPage>;

const FETCH: Readonly<Record<"thread" | "day" | "channel", Fetch>> = {
  thread: fetchThread,
  day: fetchDay,
  channel: async (deps, where) => describeChannel(deps, where),
};

async function fetchThread(deps: PullDeps, where: ConversationScope, ts: string): Promise<ItemsPage> {
  let read = await readThread(deps, { ...where, task: { ts } });
  while (read.reading) read = await readThread(deps, { ...where, task: { ts }, reading: read.reading });
  return read.items;
}

async function fetchDay(
  { client, resolveLabels }: PullDeps,
  where: ConversationScope,
  ts: string,
): Promise<ItemsPage> {
  const messages: SlackMessage[] = [];
  let before: string | undefined = endOfDay(dayOf(ts));
  while (before !== undefined) {
    const page = await client.history(where.conversation.id, { before, after: justBefore(ts) });
    messages.push(...(page?.messages ?? []));
    before = page?.hasMore && !exceedsMaxMessages(messages) ? page.messages.at(-1)?.ts : undefined;
  }
  const labels = await resolveLabels(client, where, messages);
  return { ...toDayDocuments(labels, messages), deletions: [] };
}
