import type { ItemFailure } from "../../model/pull-page";
import type { SourceDocument, ThreadMessage } from "../../model/source-document";
import { MAX_MESSAGES } from "../shared/pull/max-messages";
import { describeOmissions } from "../shared/text/describe-omissions";
import { mrkdwnToMarkdown } from "./content/mrkdwn-to-markdown";
import { OMISSION_WORDS } from "./content/omission-words";
import { resolveReferences } from "./content/references";
import type { SlackConversation } from "./messages/conversation";
import type { SlackMessage } from "./messages/message";
import { textHash } from "./messages/text-hash";
import { dayOf, startOfDay, timeOf } from "./messages/time";

export interface ConversationLabels {
  readonly conversation: SlackConversation;
  /** Of the workspace, with a trailing slash: "https://acme.slack.com/". */
  readonly workspaceUrl: string;
  /** Of a user; undefined when unknown. */
  readonly nameOf: (id: string) => string | undefined;
  readonly channelName: (id: string) => string | undefined;
  readonly groupName: (id: string) => string | undefined;
}

export function threadId(channel: string, ts: string): string {
  return `thread:${channel}:${ts}`;
}

export function dayId(channel: string, day: string): string {
  return `day:${channel}:${day}`;
}

export function channelId(channel: string): string {
  return `channel:${channel}`;
}

interface ItemPlace {
  readonly kind: "thread" | "day" | "channel";
  readonly channel: string;
  /** Of a thread, or the start of a day; "" for the description of a channel. */
  readonly ts: string;
}

/** Parses an item id; undefined for any other text. */
export function parseId(id: string): ItemPlace | undefined {
  const [kind, channel, at] = id.split(":");
  if (!channel) return undefined;
  if (kind === "channel") return { kind, channel, ts: "" };
  if (!at || (kind !== "thread" && kind !== "day")) return undefined;
  return { kind, channel, ts: kind === "day" ? startOfDay(at) : at };
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

/** What the members wrote about a channel; undefined when they wrote nothing. */
export function toChannelDocument(labels: ConversationLabels): SourceDocument | undefined {
  const { id, name, about = [], aboutAt = 0, hasCanvas } = labels.conversation;
  if (about.length === 0 && !hasCanvas) return undefined;
  const lines = about.map(({ label, text }) => `${label}: ${withNames(labels, mrkdwnToMarkdown(text))}`);
  return withHash({
    id: channelId(id),
    type: "page",
    title: `#${name}`,
    url: `${labels.workspaceUrl}archives/${id}`,
    container: [`#${name}`],
    updatedAt: aboutAt,
    version: "",
    content: {
      kind: "text",
      mediaType: "text/markdown",
      text: [`Channel #${name}`, ...lines].join("\n\n"),
      ...(hasCanvas && { note: "Not read: its canvas" }),
    },
  });
}

function getConversationLabel({
  conversation,
  nameOf,
}: Pick<ConversationLabels, "conversation" | "nameOf">): string {
  if (conversation.kind === "channel") return `#${conversation.name}`;
  return conversation.user ? (nameOf(conversation.user) ?? SOMEONE) : conversation.name;
}

/** A person whose name is unknown. */
const SOMEONE = "Someone";

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
    ...[
      describeOmissions(
        readable.flatMap(({ omissions = [] }) => omissions),
        OMISSION_WORDS,
      ),
    ].filter((words) => words !== undefined),
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
  const { user, name } = message;
  return {
    author: (user && labels.nameOf(user)) || name || (user ? SOMEONE : "Slack"),
    sentAt: timeOf(message.ts),
    text: withNames(labels, message.text ?? "").trim(),
    url: permalink(labels, message.ts, thread),
  };
}

function withNames({ nameOf, channelName, groupName }: ConversationLabels, text: string): string {
  return resolveReferences(text, {
    user: (id) => nameOf(id) ?? SOMEONE,
    channel: channelName,
    group: groupName,
  });
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
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*~`>\\]+/g, "")
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
