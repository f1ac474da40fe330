import type { ItemsPage } from "../../model/pull-page";
import { MOST_MESSAGES } from "../api/most-messages";
import type { SlackClient } from "./client";
import type { Conversation } from "./conversation";
import type { Message } from "./message";
import type { Places } from "./places";
import type { State } from "./state";
import { threadId, toFailure, toThreadDocument } from "./to-document";

interface ThreadAsked {
  readonly conversation: Conversation;
  readonly channels?: readonly Conversation[];
  /** Without a summary, that of the first message read is taken. */
  readonly task: { readonly ts: string; readonly summary?: string };
  readonly reading?: State["reading"];
}

type ThreadRead =
  | { readonly reading: NonNullable<State["reading"]>; readonly said?: undefined }
  | { readonly reading?: undefined; readonly said: ItemsPage };

const NOTHING: ItemsPage = { documents: [], deletions: [], failures: [] };

/** Reads one page of a thread. What there is to say of it is known with the last. */
export async function readThread(
  { client, places }: { readonly client: SlackClient; readonly places: Places },
  { conversation, channels, task, reading }: ThreadAsked,
): Promise<ThreadRead> {
  const id = threadId(conversation.id, task.ts);
  const page = await client.replies({ channel: conversation.id, ts: task.ts, next: reading?.next });
  if (!page) return { said: { ...NOTHING, deletions: [id] } };
  const messages = inOrder([...(reading?.messages ?? []), ...page.messages]);
  // A page that brings nothing new would be followed by others like it.
  const isStuck = messages.length === reading?.messages.length;
  const isCut = page.next !== undefined && (messages.length >= MOST_MESSAGES || isStuck);
  if (page.next !== undefined && !isCut) return { reading: { next: page.next, messages } };
  const first = messages.find(({ ts }) => ts === task.ts);
  if (!first) return { said: { ...NOTHING, deletions: [id] } };
  const place = await places(client, { conversation, ...(channels && { channels }) }, messages);
  const { summary = first.summary, ts } = task;
  if (first.text === undefined) {
    return { said: { ...NOTHING, failures: [toFailure(place, { id, ts, version: `${summary}#` })] } };
  }
  return {
    said: { ...NOTHING, documents: [toThreadDocument(place, { ts, summary, messages, isCut })] },
  };
}

/** Every page begins with the thread's first message. */
function inOrder(messages: readonly Message[]): Message[] {
  const once = new Map(messages.map((message) => [message.ts, message]));
  return [...once.values()].sort((a, b) => (a.ts < b.ts ? -1 : 1));
}
