import type { ItemFailure, ItemsPage } from "../../../model/pull-page";
import type { SourceDocument } from "../../../model/source-document";
import { DAY_MS } from "../../../util/durations";
import type { ConnectorContext } from "../../connector";
import { MAX_MESSAGES } from "../../shared/pull/max-messages";
import type { MessagesPage } from "../client";
import { isThreadRoot, isTopLevel, type SlackMessage } from "../messages/message";
import { dayOf, endOfDay, startOfDay, timeOf } from "../messages/time";
import { type ConversationLabels, dayId, parseId, threadId, toDayDocument, toFailure } from "../to-document";
import { RECENT_WINDOW_MS } from "./next-walk";
import type { ThreadTask, Walk } from "./state";

/** The result of one page of a conversation's history. */
export interface HistoryResult {
  /** The continuation of the walk; absent when it has ended. */
  readonly walk?: Walk;
  /** Whole days from here on have been delivered; absent when that is everything, or nothing yet. */
  readonly bottom?: string;
  /** Messages of whole days, and their range. */
  readonly whole?: DayRange;
}

interface DayRange {
  readonly messages: readonly SlackMessage[];
  readonly from: string;
  /** Absent: until now. */
  readonly to: string | undefined;
}

const BEGINNING = "";

/**
 * Cuts the messages at the start of a day: only a whole day becomes a document. The rest of a page is read again,
 * unless the page contained nothing else.
 */
export function cutAtDays(walk: Walk, page: MessagesPage): HistoryResult {
  const all = [...walk.carry, ...page.messages];
  const oldest = all.at(-1);
  if (!page.hasMore || !oldest || page.messages.length === 0) {
    const from = walk.floor ?? BEGINNING;
    return { whole: { messages: all, from, to: walk.top } };
  }
  const bottom = endOfDay(dayOf(oldest.ts));
  const messages = all.filter(({ ts }) => ts >= bottom);
  if (messages.length === 0) return { walk: { ...walk, carry: trimCarry(all), before: oldest.ts } };
  return {
    walk: { ...walk, carry: [], top: bottom, before: bottom },
    bottom,
    whole: { messages, from: bottom, to: walk.top },
  };
}

/** Of a day longer than a page, keeps the messages that its document can hold, and the starts of threads. */
function trimCarry(messages: readonly SlackMessage[]): SlackMessage[] {
  const kept = new Set(messages.filter(isIndexable).slice(0, MAX_MESSAGES + 1));
  return messages.flatMap((message) => {
    if (isThreadRoot(message)) return [{ ...message, text: undefined }];
    return kept.has(message) ? [message] : [];
  });
}

/** Whether these messages of one day exceed what its document can hold. */
export function exceedsMaxMessages(messages: readonly SlackMessage[]): boolean {
  return messages.filter(isIndexable).length > MAX_MESSAGES;
}

/** The days of a range that are new to the ledger, and the ledger's items in the range that are gone. */
export async function deliverDays(
  { known, withPrefix }: Pick<ConnectorContext, "known" | "withPrefix">,
  labels: ConversationLabels,
  { messages, from, to }: DayRange,
): Promise<ItemsPage> {
  const channel = labels.conversation.id;
  const { documents, failures } = toDayDocuments(labels, messages);
  const ledger = await known([...documents, ...failures].map(({ id }) => id));
  const isNew = ({ id, version }: { id: string; version: string }) => ledger.get(id)?.version !== version;
  const threads = messages.filter(isThreadRoot).map(({ ts }) => threadId(channel, ts));
  const live = new Set([...documents, ...failures].map(({ id }) => id).concat(threads));
  const ledgerIds = [...(await withPrefix(dayId(channel, ""))), ...(await withPrefix(threadId(channel, "")))];
  const inside = ledgerIds.filter((id) => {
    const at = parseId(id)?.ts;
    return at !== undefined && at >= from && (to === undefined || at < to);
  });
  return {
    documents: documents.filter(isNew),
    failures: failures.filter(isNew),
    deletions: inside.filter((id) => !live.has(id)),
  };
}

/** A document for every day with readable messages; `messages` are newest first. */
export function toDayDocuments(
  labels: ConversationLabels,
  messages: readonly SlackMessage[],
): Pick<ItemsPage, "documents" | "failures"> {
  const days = new Map<string, SlackMessage[]>();
  for (const message of messages.filter(isIndexable)) {
    const day = dayOf(message.ts);
    days.set(day, [...(days.get(day) ?? []), message]);
  }
  const documents: SourceDocument[] = [];
  const failures: ItemFailure[] = [];
  for (const [day, dayMessages] of days) {
    if (dayMessages.some(({ text }) => text !== undefined))
      documents.push(toDayDocument(labels, day, dayMessages));
    else
      failures.push(
        toFailure(labels, { id: dayId(labels.conversation.id, day), ts: startOfDay(day), version: "" }),
      );
  }
  return { documents, failures };
}

/**
 * Threads of a page that changed since the ledger's version. Edited replies are visible only in the thread itself, so
 * a walk over the window also reads threads with recent replies.
 */
export async function findThreads(
  { known }: Pick<ConnectorContext, "known">,
  walk: Walk,
  page: MessagesPage,
): Promise<readonly ThreadTask[]> {
  const threads = page.messages.filter(isThreadRoot);
  const ledger = await known(threads.map(({ ts }) => threadId(walk.channel, ts)));
  const isNew = ({ ts, summary }: SlackMessage) =>
    ledger.get(threadId(walk.channel, ts))?.version.startsWith(`${summary}#`) !== true;
  const isAlive = ({ ts, latestReply = ts }: SlackMessage) =>
    walk.startedAt - timeOf(latestReply) < EDIT_WINDOW_MS;
  return threads
    .filter((thread) => isNew(thread) || (walk.kind === "window" && isAlive(thread)))
    .map(({ ts, summary }) => ({ channel: walk.channel, ts, summary }));
}

/** Messages are rarely edited later. */
const EDIT_WINDOW_MS = RECENT_WINDOW_MS + DAY_MS;

/** Whether a message is part of its day's document. */
function isIndexable(message: SlackMessage): boolean {
  return isTopLevel(message) && !message.isNotice && message.text !== "";
}
