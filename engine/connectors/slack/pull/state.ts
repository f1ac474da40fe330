import * as z from "zod";
import { conversation } from "../messages/conversation";
import { message } from "../messages/message";
import { ts } from "../schema";

/** The sync position of one conversation. */
const channelState = conversation.extend({
  /** Everything from here on has been read once; null when that is everything. Always the start of a day. */
  back: ts.nullish(),
  /** When the last walk over its newest messages started; milliseconds since the epoch. */
  readAt: z.number().optional(),
  /** When the whole window was last walked for edits and deletions; milliseconds since the epoch. */
  windowAt: z.number().optional(),
});
export type ChannelState = z.infer<typeof channelState>;

/** A range of one conversation that is being read, from the newest message to the oldest. */
const walk = z.object({
  channel: z.string(),
  kind: z.enum(["recent", "window", "back"]),
  /** The walk ends at this start of a day. */
  floor: ts.optional(),
  /** Days from this one on have been delivered; absent at first. */
  top: ts.optional(),
  /** Messages from this one on have been read; absent at first. */
  before: ts.optional(),
  /** Messages of the oldest day, which is not complete yet. */
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
  /** The messages read so far of the first thread, when it has more than one page. */
  reading: z.object({ next: z.string(), messages: z.array(message) }).optional(),
  lastKind: z.enum(["recent", "window", "back"]).optional(),
});

/**
 * The sync position of the source. Every pull makes one request and stores its result, so that nothing is requested
 * twice, even at one request per minute.
 */
export type State = z.infer<typeof state>;

/** Undefined for an absent or unreadable cursor: then everything is read again. */
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
