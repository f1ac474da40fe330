import type { ItemsPage, PullPage, PullProgress } from "../../../model/pull-page";
import { DAY_MS } from "../../../util/durations";
import { hasElapsed } from "../../../util/has-elapsed";
import type { ConnectorContext } from "../../connector";
import { EMPTY_ITEMS, mergeItems } from "../../shared/pull/items-page";
import { assertNamesExist } from "../../shared/settings/assert-names-exist";
import type { SlackFilter } from "../filter";
import { justBefore, startOfDayAt, timeOf } from "../messages/time";
import { parseId } from "../to-document";
import { describeChannels, UNNAMED } from "./describe-channels";
import { nextWalk } from "./next-walk";
import type { PullDeps } from "./pull-deps";
import { cutAtDays, deliverDays, findThreads } from "./read-history";
import { readThread } from "./read-thread";
import { parseState, type State, type Walk, withChannel } from "./state";

interface PullStep {
  readonly state: State;
  readonly items: ItemsPage;
}

const CHANNEL_SETTING = { what: "channel", from: "Slack", setting: "Channels" };
/** During a backfill, the conversations are listed again at this interval. */
const LIST_INTERVAL_MS = 15 * 60_000;

/** One step: the list of conversations, a page of a thread, or a page of a conversation. */
export async function pull(deps: PullDeps, cursor: string | undefined): Promise<PullPage> {
  const current = parseState(cursor);
  const { state, items } = await runStep(deps, current);
  const done = isDone(deps, state);
  // Without `listedAt`, the next pass starts with the list of conversations.
  const { listedAt, ...between } = state;
  return {
    ...items,
    cursor: JSON.stringify(done ? between : state),
    done,
    progress: progressOf(state),
  };
}

async function runStep(deps: PullDeps, current: State | undefined): Promise<PullStep> {
  const now = deps.context.clock.now();
  if (current === undefined || current.listedAt === undefined) return listConversations(deps, current);
  if (current.threads[0]) return readNextThread(deps, current);
  const behind = current.channels.some(({ back }) => back !== null);
  if (!current.walk && behind && hasElapsed(current.listedAt, LIST_INTERVAL_MS, now))
    return listConversations(deps, current);
  const walk = current.walk ?? nextWalk(current, deps.filter, now);
  return walk ? pullHistory(deps, current, walk) : { state: current, items: EMPTY_ITEMS };
}

function isDone({ context, filter }: PullDeps, current: State): boolean {
  return (
    !current.walk &&
    current.threads.length === 0 &&
    nextWalk(current, filter, context.clock.now()) === undefined
  );
}

/** Deletes the conversations that the person left or excluded. */
async function listConversations(deps: PullDeps, current: State | undefined): Promise<PullStep> {
  const { context, client, filter } = deps;
  const listedAt = context.clock.now();
  const everything = await client.conversations(filter.types);
  const all = everything.filter((each) => each !== undefined);
  // Later a missing channel is not a mistake: it was deleted, or the person left it.
  if (current === undefined)
    assertNamesExist(
      filter.channels,
      all.flatMap(({ name, id }) => [name, id]),
      CHANNEL_SETTING,
    );
  const listed = all.filter(filter.includes);
  const had = new Map(current?.channels.map((channel) => [channel.id, channel]));
  const live = new Set(listed.map(({ id }) => id));
  const { threads = [], walk, ...rest } = current ?? { channels: [] };
  const state: State = {
    ...rest,
    listedAt,
    channels: listed.map((conversation) => ({ ...had.get(conversation.id), ...conversation })),
    threads: threads.filter(({ channel }) => live.has(channel)),
    ...(walk && live.has(walk.channel) && { walk }),
  };
  const hasShrunk = current === undefined || [...had.keys()].some((id) => !live.has(id));
  const deletions = hasShrunk ? await findUnwanted(context, filter, live) : [];
  const described = await describeChannels(deps, listed, everything.length - all.length);
  return { state, items: mergeItems([{ deletions }, described]) };
}

async function findUnwanted(
  { withPrefix }: ConnectorContext,
  { floor = "" }: SlackFilter,
  live: ReadonlySet<string>,
): Promise<readonly string[]> {
  return (await withPrefix("")).filter((id) => {
    const at = parseId(id);
    if (at === undefined || at.channel === UNNAMED) return false;
    return !live.has(at.channel) || (at.kind !== "channel" && at.ts < floor);
  });
}

async function pullHistory(deps: PullDeps, current: State, walk: Walk): Promise<PullStep> {
  const { context, client, resolveLabels } = deps;
  const channel = current.channels.find(({ id }) => id === walk.channel);
  const after = walk.floor && justBefore(walk.floor);
  // With only a lower bound, Slack would start there instead of with the newest message.
  const before = walk.before ?? startOfDayAt(walk.startedAt + 2 * DAY_MS);
  const page = channel && (await client.history(channel.id, { before, after }));
  if (!page) return dropChannel(context, current, walk.channel);
  const { walk: next, bottom, whole } = cutAtDays(walk, page);
  const threads = await findThreads(context, walk, page);
  const items = whole
    ? await deliverDays(
        context,
        await resolveLabels(client, { conversation: channel, channels: current.channels }, whole.messages),
        whole,
      )
    : EMPTY_ITEMS;
  // During a backfill, another conversation takes its turn after every page that delivered a day.
  const hasMore = next !== undefined && (walk.kind !== "back" || bottom === undefined);
  const { walk: _, ...rest } = current;
  const state: State = {
    ...withChannel(rest, channel.id, afterPage(walk, { bottom, ended: next === undefined })),
    ...(hasMore && { walk: next }),
    threads: [...current.threads, ...threads],
    lastKind: walk.kind,
  };
  return { state, items };
}

/** The changes of a conversation's state after a page. */
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

/** The person is no longer a member of the conversation, or it was deleted. */
async function dropChannel(
  { withPrefix }: ConnectorContext,
  current: State,
  channel: string,
): Promise<PullStep> {
  const { walk, ...rest } = current;
  const state = { ...rest, channels: current.channels.filter(({ id }) => id !== channel) };
  const deletions = (await withPrefix("")).filter((id) => parseId(id)?.channel === channel);
  return { state, items: { ...EMPTY_ITEMS, deletions } };
}

async function readNextThread(deps: PullDeps, current: State): Promise<PullStep> {
  const [task, ...threads] = current.threads;
  const conversation = current.channels.find(({ id }) => id === task?.channel);
  const { reading, ...rest } = current;
  if (!task || !conversation) return { state: { ...rest, threads }, items: EMPTY_ITEMS };
  const read = await readThread(deps, { conversation, channels: current.channels, task, reading });
  if (read.reading) return { state: { ...current, reading: read.reading }, items: EMPTY_ITEMS };
  const ledger = await deps.context.known(
    [...read.items.documents, ...read.items.failures].map(({ id }) => id),
  );
  const gone = await deps.context.known(read.items.deletions);
  const isNew = ({ id, version }: { id: string; version: string }) => ledger.get(id)?.version !== version;
  return {
    state: { ...rest, threads },
    items: {
      documents: read.items.documents.filter(isNew),
      failures: read.items.failures.filter(isNew),
      deletions: read.items.deletions.filter((id) => gone.has(id)),
    },
  };
}

/** The coverage is unknown until every conversation has been started. */
function progressOf({ channels }: State): PullProgress {
  const backs = channels.flatMap(({ back }) => (back === null ? [] : [back]));
  const begun = backs.flatMap((back) => back ?? []);
  const newest = begun.length === backs.length ? begun.toSorted().at(-1) : undefined;
  return {
    backfill: backs.length > 0,
    ...(newest !== undefined && { coveredSince: timeOf(newest) }),
  };
}
