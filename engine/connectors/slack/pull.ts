import type { PullPage, PullProgress } from "../../model/pull-page";
import { DAY_MS } from "../../util/durations";
import { assertNamesExist } from "../api/assert-names-exist";
import type { ConnectorContext } from "../connector";
import type { SlackClient } from "./client";
import type { SlackFilter } from "./filter";
import type { ResolveLabels } from "./label-resolver";
import { nextWalk } from "./next-walk";
import { cutAtDays, deliverDays, findThreads } from "./read-history";
import { readThread } from "./read-thread";
import { parseState, type State, type Walk, withChannel } from "./state";
import { justBefore, startOfDayAt, timeOf } from "./time";
import { parseId } from "./to-document";

export interface PullDeps {
  readonly context: ConnectorContext;
  readonly client: SlackClient;
  readonly filter: SlackFilter;
  readonly resolveLabels: ResolveLabels;
}

type Items = Pick<PullPage, "documents" | "deletions" | "failures">;
interface PullStep {
  readonly state: State;
  readonly items: Items;
}

const NOTHING: Items = { documents: [], deletions: [], failures: [] };
/** While older messages are still being read, conversations are looked at anew this often. */
const CHANNEL_SETTING = { what: "channel", from: "Slack", setting: "Channels" };
const LIST_INTERVAL_MS = 15 * 60_000;

/** One step: the list of conversations, a page of a thread, or a page of a conversation. */
export async function pull(deps: PullDeps, cursor: string | undefined): Promise<PullPage> {
  const current = parseState(cursor);
  const { state, items } = await runStep(deps, current);
  const done = isDone(deps, state);
  // Without the time of the list, the next pass begins with it.
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
  if (!current.walk && behind && now - current.listedAt >= LIST_INTERVAL_MS)
    return listConversations(deps, current);
  const walk = current.walk ?? nextWalk(current, deps.filter, now);
  return walk ? pullHistory(deps, current, walk) : { state: current, items: NOTHING };
}

function isDone({ context, filter }: PullDeps, current: State): boolean {
  return (
    !current.walk &&
    current.threads.length === 0 &&
    nextWalk(current, filter, context.clock.now()) === undefined
  );
}

/** What the person left, or does not want any more, goes. */
async function listConversations(
  { context, client, filter }: PullDeps,
  current: State | undefined,
): Promise<PullStep> {
  const listedAt = context.clock.now();
  const all = await client.conversations(filter.types);
  // Later it is no mistake when one is gone, or the person has left it.
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
  return { state, items: { ...NOTHING, deletions } };
}

async function findUnwanted(
  { withPrefix }: ConnectorContext,
  { floor = "" }: SlackFilter,
  live: ReadonlySet<string>,
): Promise<readonly string[]> {
  return (await withPrefix("")).filter((id) => {
    const at = parseId(id);
    return at === undefined || !live.has(at.channel) || at.ts < floor;
  });
}

async function pullHistory(deps: PullDeps, current: State, walk: Walk): Promise<PullStep> {
  const { context, client, resolveLabels } = deps;
  const channel = current.channels.find(({ id }) => id === walk.channel);
  const after = walk.floor && justBefore(walk.floor);
  // Given only a lower bound, Slack would begin there instead of with the newest.
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
    : NOTHING;
  // Further back, other conversations take their turn after every page that got somewhere.
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
async function dropChannel(
  { withPrefix }: ConnectorContext,
  current: State,
  channel: string,
): Promise<PullStep> {
  const { walk, ...rest } = current;
  const state = { ...rest, channels: current.channels.filter(({ id }) => id !== channel) };
  const deletions = (await withPrefix("")).filter((id) => parseId(id)?.channel === channel);
  return { state, items: { ...NOTHING, deletions } };
}

async function readNextThread(deps: PullDeps, current: State): Promise<PullStep> {
  const [task, ...threads] = current.threads;
  const conversation = current.channels.find(({ id }) => id === task?.channel);
  const { reading, ...rest } = current;
  if (!task || !conversation) return { state: { ...rest, threads }, items: NOTHING };
  const read = await readThread(deps, { conversation, channels: current.channels, task, reading });
  if (read.reading) return { state: { ...current, reading: read.reading }, items: NOTHING };
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
