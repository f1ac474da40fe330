import type { ItemsPage } from "../../../model/pull-page";
import { EMPTY_ITEMS } from "../../shared/pull/items-page";
import { MAX_MESSAGES } from "../../shared/pull/max-messages";
import type { SlackClient } from "../client";
import type { SlackConversation } from "../messages/conversation";
import type { ResolveLabels } from "../messages/label-resolver";
import type { SlackMessage } from "../messages/message";
import { threadId, toFailure, toThreadDocument } from "../to-document";
import type { State } from "./state";

interface ThreadRequest {
  readonly conversation: SlackConversation;
  readonly channels?: readonly SlackConversation[];
  /** Without a summary, that of the first message is used. */
  readonly task: { readonly ts: string; readonly summary?: string };
  readonly reading?: State["reading"];
}

type ThreadResult =
  | { readonly reading: NonNullable<State["reading"]>; readonly items?: undefined }
  | { readonly reading?: undefined; readonly items: ItemsPage };

/** Reads one page of a thread. The result is complete with the last page. */
export async function readThread(
  { client, resolveLabels }: { readonly client: SlackClient; readonly resolveLabels: ResolveLabels },
  { conversation, channels, task, reading }: ThreadRequest,
): Promise<ThreadResult> {
  const id = threadId(conversation.id, task.ts);
  const page = await client.replies({ channel: conversation.id, ts: task.ts, next: reading?.next });
  if (!page) return { items: { ...EMPTY_ITEMS, deletions: [id] } };
  const messages = inOrder([...(reading?.messages ?? []), ...page.messages]);
  // After a page without new messages, the following ones would have none either.
  const isStuck = messages.length === reading?.messages.length;
  const isCut = page.next !== undefined && (messages.length >= MAX_MESSAGES || isStuck);
  if (page.next !== undefined && !isCut) return { reading: { next: page.next, messages } };
  const first = messages.find(({ ts }) => ts === task.ts);
  if (!first) return { items: { ...EMPTY_ITEMS, deletions: [id] } };
  const labels = await resolveLabels(client, { conversation, ...(channels && { channels }) }, messages);
  const { summary = first.summary, ts } = task;
  if (first.text === undefined) {
    return { items: { ...EMPTY_ITEMS, failures: [toFailure(labels, { id, ts, version: `${summary}#` })] } };
  }
  return {
    items: { ...EMPTY_ITEMS, documents: [toThreadDocument(labels, { ts, summary, messages, isCut })] },
  };
}

/** Every page starts with the thread's first message. */
function inOrder(messages: readonly SlackMessage[]): SlackMessage[] {
  const once = new Map(messages.map((message) => [message.ts, message]));
  return [...once.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}
