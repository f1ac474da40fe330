import * as z from "zod";
import { conversation } from "../messages/conversation";
import { message } from "../messages/message";
import { ts } from "../schema";

/** How far one conversation has been read. */
const channelState = conversation.extend({
  /** Everything from here on has been read once; null when that is everything. Always the start of a day. */
  back: ts.nullish(),
  /** When the last walk through its newest messages began; milliseconds since the epoch. */
  readAt: z.number().optional(),
  /** When edits and deletions were last looked for in the whole window; milliseconds since the epoch. */
  windowAt: z.number().optional(),
});
export type ChannelState = z.infer<typeof channelState>;

/** A stretch of one conversation that is being read, from the newest message to the oldest. */
const walk = z.object({
  channel: z.string(),
  kind: z.enum(["recent", "window", "back"]),
  /** It goes no further back than this start of a day. */
  floor: ts.optional(),
  /** Days from this one on have been delivered; absent at first. */
  top: ts.optional(),
  /** Messages from this one on have been read; absent at first. */
  before: ts.optional(),
  /** Messages of the oldest day, of which more are to come. */
  carry: z.array(message),
  startedAt: z.number(),
});
export type Walk = z.infer<typeof walk>;

const threadTask = z.object({ channel: z.string(), ts, summary: z.string() });
export type ThreadTask = z.infer<typeof threadTask>;

const state = z.object({
  /** When the conversations were last listed; absent between two passes. Milliseconds since the epoch. */
  listedAt: z.number().optional(),
  channels: z.array(channelState),
  walk: walk.optional(),
  /** Threads to read, newest first. */
  threads: z.array(threadTask),
  /** What has been read of the first of them, when one page did not hold it. */
  reading: z.object({ next: z.string(), messages: z.array(message) }).optional(),
  lastKind: z.enum(["recent", "window", "back"]).optional(),
});

/**
 * Where Slack has been read to. Every pull makes one request and writes down what came of it, so that nothing is
 * asked twice, even at one request a minute.
 */
export type State = z.infer<typeof state>;

/** Undefined for none, or one that cannot be read: then everything is gone through again. */
export function parseState(cursor: string | undefined): State | undefined {
  try {
    return state.safeParse(JSON.parse(cursor ?? "")).data;
  } catch {
    return undefined;
  }
}

export function withChannel(current: State, id: string, fields: Partial<ChannelState>): State {
  return {
    ...current,
    channels: current.channels.map((each) => (each.id === id ? { ...each, ...fields } : each)),
  };
}
