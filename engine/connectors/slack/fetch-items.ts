import type { ItemsPage } from "../../model/pull-page";
import type { Conversation } from "./conversation";
import type { Message } from "./message";
import type { PullParts } from "./pull";
import { isLong, toDays } from "./read-history";
import { readThread } from "./read-thread";
import { dayOf, endOfDay, justBefore } from "./time";
import { parseId } from "./to-document";

interface Where {
  readonly conversation: Conversation;
  readonly channels: readonly Conversation[];
}

/** These threads and days as they are now. */
export async function fetchItems(parts: PullParts, itemIds: readonly string[]): Promise<ItemsPage> {
  const { client, scope } = parts;
  const listed = (await client.conversations(scope.types)).filter(scope.includes);
  const conversations = new Map(listed.map((conversation) => [conversation.id, conversation]));
  const pages: ItemsPage[] = [];
  for (const id of itemIds) {
    const at = parseId(id);
    const conversation = at && conversations.get(at.channel);
    const said =
      conversation &&
      (await (at.isDay ? fetchDay : fetchThread)(parts, { conversation, channels: listed }, at.ts));
    const isThere = said && said.documents.length + said.failures.length > 0;
    pages.push(isThere ? said : { documents: [], failures: [], deletions: [id] });
  }
  return {
    documents: pages.flatMap(({ documents }) => documents),
    deletions: pages.flatMap(({ deletions }) => deletions),
    failures: pages.flatMap(({ failures }) => failures),
  };
}

async function fetchThread(parts: PullParts, where: Where, ts: string): Promise<ItemsPage> {
  let read = await readThread(parts, { ...where, task: { ts } });
  while (read.reading) read = await readThread(parts, { ...where, task: { ts }, reading: read.reading });
  return read.said;
}

async function fetchDay({ client, places }: PullParts, where: Where, ts: string): Promise<ItemsPage> {
  const messages: Message[] = [];
  let before: string | undefined = endOfDay(dayOf(ts));
  while (before !== undefined) {
    const page = await client.history(where.conversation.id, { before, after: justBefore(ts) });
    messages.push(...(page?.messages ?? []));
    before = page?.hasMore && !isLong(messages) ? page.messages.at(-1)?.ts : undefined;
  }
  const place = await places(client, where, messages);
  return { ...toDays(place, messages), deletions: [] };
}
