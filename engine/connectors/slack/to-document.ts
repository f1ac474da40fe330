import type { ItemFailure } from "../../model/pull-page";
import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import type { SlackConversation } from "./messages/conversation";
import type { SlackMessage } from "./messages/message";
import { textHash } from "./messages/text-hash";
import { dayOf, startOfDay, timeOf } from "./messages/time";
import { toMarkdown } from "./messages/to-markdown";
import type { UserNameLookup } from "./messages/user-name-cache";

export interface ConversationLabels {
  readonly conversation: SlackConversation;
  /** Of the workspace, with a trailing slash: "https://acme.slack.com/". */
  readonly workspaceUrl: string;
  readonly nameOf: UserNameLookup;
  readonly channelName: (id: string) => string | undefined;
}

export function threadId(channel: string, ts: string): string {
  return `thread:${channel}:${ts}`;
}

export function dayId(channel: string, day: string): string {
  return `day:${channel}:${day}`;
}

/** Parses an item id; undefined for any other text. */
export function parseId(
  id: string,
): { readonly channel: string; readonly ts: string; readonly isDay: boolean } | undefined {
  const [kind, channel, at] = id.split(":");
  if (!channel || !at || (kind !== "thread" && kind !== "day")) return undefined;
  return { channel, ts: kind === "day" ? startOfDay(at) : at, isDay: kind === "day" };
}

/** A thread: its first message and the replies. */
export interface SlackThread {
  readonly ts: string;
  /** Summary of the first message; the version starts with it. */
  readonly summary: string;
  /** Oldest first. */
  readonly messages: readonly SlackMessage[];
  /** True when the thread has more messages. */
  readonly isCut?: boolean;
}

export function toThreadDocument(
  labels: ConversationLabels,
  { ts, summary, messages, isCut = false }: SlackThread,
): SourceDocument {
  const { conversation } = labels;
  const threadFields = toThread(labels, messages, { ts, ...(isCut && { cut: "first" }) });
  return withHash({
    ...threadFields,
    id: threadId(conversation.id, ts),
    title:
      excerpt(threadFields.content.messages[0]?.text ?? "") || `Thread in ${getConversationLabel(labels)}`,
    url: permalink(labels, ts),
    createdAt: timeOf(ts),
    version: `${summary}#`,
  });
}

/** Maps the messages of a conversation on one (UTC) day, outside of threads, to a document. */
export function toDayDocument(
  labels: ConversationLabels,
  day: string,
  messages: readonly SlackMessage[],
): SourceDocument {
  const { conversation } = labels;
  const sorted = messages.toSorted((a, b) => (a.ts < b.ts ? -1 : 1)).slice(-MAX_MESSAGES);
  return withHash({
    ...toThread(labels, sorted, sorted.length < messages.length ? { cut: "last" } : {}),
    id: dayId(conversation.id, day),
    title: `${getConversationLabel(labels)}, ${day}`,
    url: permalink(labels, sorted[0]?.ts ?? startOfDay(day)),
    createdAt: timeOf(sorted[0]?.ts ?? startOfDay(day)),
    version: "",
  });
}

function getConversationLabel({
  conversation,
  nameOf,
}: Pick<ConversationLabels, "conversation" | "nameOf">): string {
  if (conversation.kind === "channel") return `#${conversation.name}`;
  return conversation.user ? nameOf(conversation.user) : conversation.name;
}

export function toFailure(
  labels: ConversationLabels,
  { id, ts, version }: { readonly id: string; readonly ts: string; readonly version: string },
): ItemFailure {
  const label = getConversationLabel(labels);
  const title = `${id.startsWith("day:") ? "Messages" : "Thread"} of ${dayOf(ts)} in ${label}`;
  const reason = `Cannot read the ${title[0]?.toLowerCase()}${title.slice(1)}: Slack's answer is not as documented`;
  const url = permalink(labels, ts);
  return { id, title, url, version, outcome: "failed", code: "read-item", reason };
}

function toThread(
  labels: ConversationLabels,
  messages: readonly SlackMessage[],
  { ts: thread, cut }: { readonly ts?: string; readonly cut?: "first" | "last" } = {},
) {
  const readable = messages.filter(({ text, isNotice }) => text !== undefined && !isNotice);
  const unreadable = messages.filter(({ text }) => text === undefined).length;
  const notes = [
    ...(unreadable > 0 ? [`${unreadable} of its messages cannot be read`] : []),
    ...(cut ? [`Only its ${cut} ${messages.length} messages are here`] : []),
  ];
  const threadMessages = readable.map((message) => toThreadMessage(labels, message, thread));
  const people = [...new Set(threadMessages.map(({ author }) => author))];
  const times = readable.flatMap(({ ts, edited }) => [ts, ...(edited ? [edited] : [])]);
  const [author] = people;
  return {
    type: "thread",
    ...(author !== undefined && { author }),
    people,
    container: [getConversationLabel(labels)],
    updatedAt: Math.max(...times.map(timeOf), 0),
    content: {
      kind: "thread",
      messages: threadMessages,
      ...(notes.length > 0 && { note: notes.join("; ") }),
    },
  } as const;
}

function toThreadMessage(
  labels: ConversationLabels,
  message: SlackMessage,
  thread: string | undefined,
): ThreadMessage {
  const names = { user: labels.nameOf, channel: labels.channelName };
  return {
    author: (message.user ? labels.nameOf(message.user) : message.name) || "Slack",
    sentAt: timeOf(message.ts),
    text: toMarkdown(message.text ?? "", names).trim(),
    url: permalink(labels, message.ts, thread),
  };
}

/** The address of exactly this message; that of a reply includes its thread. */
function permalink({ workspaceUrl, conversation }: ConversationLabels, ts: string, thread?: string): string {
  const url = `${workspaceUrl}archives/${conversation.id}/p${ts.replace(".", "")}`;
  return thread === undefined || thread === ts ? url : `${url}?thread_ts=${thread}&cid=${conversation.id}`;
}

const MAX_TITLE_LENGTH = 80;

/** The first line, without formatting marks. */
function excerpt(markdown: string): string {
  const line = markdown
    .replace(/[*~`>]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line.length <= MAX_TITLE_LENGTH) return line;
  return `${line.slice(0, MAX_TITLE_LENGTH).replace(/\s\S*$/, "")}…`;
}

/** Slack's threads and days have no version: it is a hash of the content to index. */
function withHash(document: SourceDocument): SourceDocument {
  const { updatedAt, version, ...shown } = document;
  return { ...document, version: `${version}${textHash(JSON.stringify(shown))}` };
}
