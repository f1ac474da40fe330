import type { PullPage, PullProgress } from "../../model/pull-page";
import { expectNames } from "../api/expect-names";
import type { ConnectorContext } from "../connector";
import type { SlackClient } from "./client";
import { nextWalk } from "./next-walk";
import type { Places } from "./places";
import { cutAtDays, deliverDays, findThreads } from "./read-history";
import { readThread } from "./read-thread";
import type { Scope } from "./scope";
import { parseState, type State, type Walk, withChannel } from "./state";
import { DAY_MS, justBefore, startOfDayAt, timeOf } from "./time";
import { parseId } from "./to-document";

export interface PullParts {
  readonly context: ConnectorContext;
  readonly client: SlackClient;
  readonly scope: Scope;
  readonly places: Places;
}

type Items = Pick<PullPage, "documents" | "deletions" | "failures">;
interface Step {
  readonly state: State;
  readonly said: Items;
}

const NOTHING: Items = { documents: [], deletions: [], failures: [] };
/** While older messages are still being read, conversations are looked at anew this often. */
const NAMED = { what: "channel", from: "Slack", setting: "Channels" };
const LIST_EVERY_MS = 15 * 60_000;

/** One step: the list of conversations, a page of a thread, or a page of a conversation. */
export async function pull(parts: PullParts, cursor: string | undefined): Promise<PullPage> {
  const at = parseState(cursor);
  const { state, said } = await step(parts, at);
  const done = isDone(parts, state);
  // Without the time of the list, the next pass begins with it.
  const { listedAt, ...between } = state;
  return {
    ...said,
    cursor: JSON.stringify(done ? between : state),
    done,
    progress: progressOf(state),
  };
}

async function step(parts: PullParts, at: State | undefined): Promise<Step> {
  const now = parts.context.clock.now();
  if (at === undefined || at.listedAt === undefined) return listConversations(parts, at);
  if (at.threads[0]) return readNextThread(parts, at);
  const behind = at.channels.some(({ back }) => back !== null);
  if (!at.walk && behind && now - at.listedAt >= LIST_EVERY_MS) return listConversations(parts, at);
  const walk = at.walk ?? nextWalk(at, parts.scope, now);
  return walk ? readOn(parts, at, walk) : { state: at, said: NOTHING };
}

function isDone({ context, scope }: PullParts, at: State): boolean {
  return !at.walk && at.threads.length === 0 && nextWalk(at, scope, context.clock.now()) === undefined;
}

/** What the person left, or does not want any more, goes. */
async function listConversations(
  { context, client, scope }: PullParts,
  at: State | undefined,
): Promise<Step> {
  const listedAt = context.clock.now();
  const all = await client.conversations(scope.types);
  // Later it is no mistake when one is gone, or the person has left it.
  if (at === undefined)
    expectNames(
      scope.channels,
      all.flatMap(({ name, id }) => [name, id]),
      NAMED,
    );
  const listed = all.filter(scope.includes);
  const had = new Map(at?.channels.map((channel) => [channel.id, channel]));
  const live = new Set(listed.map(({ id }) => id));
  const { threads = [], walk, ...rest } = at ?? { channels: [] };
  const state: State = {
    ...rest,
    listedAt,
    channels: listed.map((conversation) => ({ ...had.get(conversation.id), ...conversation })),
    threads: threads.filter(({ channel }) => live.has(channel)),
    ...(walk && live.has(walk.channel) && { walk }),
  };
  const hasShrunk = at === undefined || [...had.keys()].some((id) => !live.has(id));
  const deletions = hasShrunk ? await findUnwanted(context, scope, live) : [];
  return { state, said: { ...NOTHING, deletions } };
}

async function findUnwanted(
  { withPrefix }: ConnectorContext,
  { floor = "" }: Scope,
  live: ReadonlySet<string>,
): Promise<readonly string[]> {
  return (await withPrefix("")).filter((id) => {
    const at = parseId(id);
    return at === undefined || !live.has(at.channel) || at.ts < floor;
  });
}

async function readOn(parts: PullParts, at: State, walk: Walk): Promise<Step> {
  const { context, client, places } = parts;
  const channel = at.channels.find(({ id }) => id === walk.channel);
  const after = walk.floor && justBefore(walk.floor);
  // Given only a lower bound, Slack would begin there instead of with the newest.
  const before = walk.before ?? startOfDayAt(walk.startedAt + 2 * DAY_MS);
  const page = channel && (await client.history(channel.id, { before, after }));
  if (!page) return forget(context, at, walk.channel);
  const { walk: next, bottom, whole } = cutAtDays(walk, page);
  const threads = await findThreads(context, walk, page);
  const said = whole
    ? await deliverDays(
        context,
        await places(client, { conversation: channel, channels: at.channels }, whole.messages),
        whole,
      )
    : NOTHING;
  // Further back, other conversations take their turn after every page that got somewhere.
  const goesOn = next !== undefined && (walk.kind !== "back" || bottom === undefined);
  const { walk: _, ...rest } = at;
  const state: State = {
    ...withChannel(rest, channel.id, afterPage(walk, { bottom, ended: next === undefined })),
    ...(goesOn && { walk: next }),
    threads: [...at.threads, ...threads],
    lastKind: walk.kind,
  };
  return { state, said };
}

/** What a page changes of what is known of its conversation. */
function afterPage(
  { kind, startedAt, top, before }: Walk,
  { bottom, ended }: { readonly bottom: string | undefined; readonly ended: boolean },
): Partial<State["channels"][number]> {
  if (kind !== "back") {
    return ended ? { readAt: startedAt, ...(kind === "window" && { windowAt: startedAt }) } : {};
  }
  const isFirst = top === undefined && before === undefined;
  return {
    ...(isFirst && { readAt: startedAt, windowAt: startedAt }),
    ...(ended ? { back: null } : bottom !== undefined && { back: bottom }),
  };
}

/** The person is not in the conversation any more, or it is gone. */
async function forget({ withPrefix }: ConnectorContext, at: State, channel: string): Promise<Step> {
  const { walk, ...rest } = at;
  const state = { ...rest, channels: at.channels.filter(({ id }) => id !== channel) };
  const deletions = (await withPrefix("")).filter((id) => parseId(id)?.channel === channel);
  return { state, said: { ...NOTHING, deletions } };
}

async function readNextThread(parts: PullParts, at: State): Promise<Step> {
  const [task, ...threads] = at.threads;
  const conversation = at.channels.find(({ id }) => id === task?.channel);
  const { reading, ...rest } = at;
  if (!task || !conversation) return { state: { ...rest, threads }, said: NOTHING };
  const read = await readThread(parts, { conversation, channels: at.channels, task, reading });
  if (read.reading) return { state: { ...at, reading: read.reading }, said: NOTHING };
  const ledger = await parts.context.known(
    [...read.said.documents, ...read.said.failures].map(({ id }) => id),
  );
  const gone = await parts.context.known(read.said.deletions);
  const isNew = ({ id, version }: { id: string; version: string }) => ledger.get(id)?.version !== version;
  return {
    state: { ...rest, threads },
    said: {
      documents: read.said.documents.filter(isNew),
      failures: read.said.failures.filter(isNew),
      deletions: read.said.deletions.filter((id) => gone.has(id)),
    },
  };
}

/** Nothing can be said of since when until every conversation has been begun. */
function progressOf({ channels }: State): PullProgress {
  const backs = channels.flatMap(({ back }) => (back === null ? [] : [back]));
  const begun = backs.flatMap((back) => back ?? []);
  const newest = begun.length === backs.length ? begun.toSorted().at(-1) : undefined;
  return {
    backfill: backs.length > 0,
    ...(newest !== undefined && { coveredSince: timeOf(newest) }),
  };
}
