import type { SourceDocument } from "../../model/source-document";
import { DAY_MS } from "../../util/durations";
import type { LiveQuery } from "../connector";
import { isInTimeRange } from "../shared/search/is-in-time-range";
import { type SlackConversation, toConversation } from "./messages/conversation";
import { type SlackMessage, toBody } from "./messages/message";
import { dayOf, timeOf } from "./messages/time";
import type { PullDeps } from "./pull/pull-deps";
import { rawMatch } from "./schema";
import { dayId, threadId, toDayDocument, toThreadDocument } from "./to-document";

interface Match {
  readonly conversation: SlackConversation;
  readonly message: SlackMessage;
  /** `ts` of the first message of its thread; absent outside of threads. */
  readonly thread?: string;
}

/**
 * Maps the messages that Slack's search finds to documents, which contain only these messages: reading the rest would
 * take a request each, and Slack may allow one per minute.
 */
export async function search(deps: PullDeps, query: LiveQuery): Promise<readonly SourceDocument[]> {
  const { client, filter, context } = deps;
  const raw = await client.search(toQuery(query), Math.min(100, 2 * query.limit));
  const found = raw
    .flatMap((each) => toMatch(each) ?? [])
    .filter(
      ({ conversation, message }) =>
        filter.includes(conversation) &&
        message.ts >= (filter.floor ?? "") &&
        isInTimeRange(query, timeOf(message.ts)),
    );
  const ledger = await context.known(
    found.map(({ conversation, message }) => threadId(conversation.id, message.ts)),
  );
  const groups = new Map<string, Match[]>();
  for (const each of found) {
    const { conversation, message, thread } = each;
    // Slack does not mark the first message of a thread.
    const isFirst = ledger.has(threadId(conversation.id, message.ts));
    const start = thread ?? (isFirst ? message.ts : undefined);
    const id = start ? threadId(conversation.id, start) : dayId(conversation.id, dayOf(message.ts));
    groups.set(id, [...(groups.get(id) ?? []), start ? { ...each, thread: start } : each]);
  }
  return Promise.all([...groups.values()].slice(0, query.limit).map((group) => toFoundDocument(deps, group)));
}

/**
 * Slack's modifiers are whole days in the person's time zone: one more day on either side, and an exact filter
 * afterwards.
 */
function toQuery({ text, updatedAfter, updatedBefore }: LiveQuery): string {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return [
    text,
    ...(updatedAfter === undefined ? [] : [`after:${day(updatedAfter - 2 * DAY_MS)}`]),
    ...(updatedBefore === undefined ? [] : [`before:${day(updatedBefore + 2 * DAY_MS)}`]),
  ].join(" ");
}

function toMatch(raw: unknown): Match | undefined {
  const match = rawMatch.safeParse(raw).data;
  const conversation = match && toConversation(match.channel);
  if (!conversation) return undefined;
  const { ts, user, username, permalink } = match;
  const thread = /[?&]thread_ts=(\d{10}\.\d{6})/.exec(permalink ?? "")?.[1];
  // The name of a person in search results is that of the login.
  const body = { ...toBody(raw), user: user || undefined, name: (!user && username) || undefined };
  return {
    conversation,
    message: { ts, summary: "", ...body },
    ...(thread && { thread }),
  };
}

async function toFoundDocument(
  { client, resolveLabels }: PullDeps,
  group: readonly Match[],
): Promise<SourceDocument> {
  const [first] = group;
  if (!first) throw new TypeError("A group of matches is never empty");
  const messages = group.map(({ message }) => message).toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
  const labels = await resolveLabels(client, { conversation: first.conversation }, messages);
  if (first.thread === undefined) return toDayDocument(labels, dayOf(first.message.ts), messages);
  return toThreadDocument(labels, { ts: first.thread, summary: "", messages });
}
