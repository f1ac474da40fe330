import * as z from "zod";
import { optional } from "../shared/parse/reply-fields";

/** Seconds since the epoch, a point, and a number that makes it unique in its conversation. */
export const ts = z.string().regex(/^\d{10}\.\d{6}$/);
const text = optional(z.string());
/** Items are validated one by one, so that a malformed one does not lose the others. */
const rawItems = z.array(z.unknown());
const nextPage = optional(z.object({ next_cursor: text }));

/** Every reply has status 200; `ok` says whether it is an error. */
export const envelope = z.object({ ok: z.boolean(), error: text });

export const authReply = z.object({
  url: z.string(),
  team: z.string(),
  team_id: z.string(),
  user: z.string(),
  user_id: z.string(),
});

export const conversationsReply = z.object({ channels: rawItems, response_metadata: nextPage });

/** A topic or a purpose; `last_set` in seconds since the epoch. */
const about = optional(z.object({ value: text, last_set: optional(z.number()) }));

export const rawConversation = z.object({
  id: z.string(),
  name: text,
  user: text,
  is_im: optional(z.boolean()),
  is_mpim: optional(z.boolean()),
  is_archived: optional(z.boolean()),
  topic: about,
  purpose: about,
  previous_names: optional(z.array(z.string())),
  properties: optional(
    z.object({ canvas: optional(z.object({ file_id: text, is_empty: optional(z.boolean()) })) }),
  ),
});

export const messagesReply = z.object({
  messages: rawItems,
  has_more: optional(z.boolean()),
  response_metadata: nextPage,
});

/** The fields that identify a message; all others may be invalid. */
export const rawPlace = z.object({
  ts,
  thread_ts: optional(ts),
  reply_count: optional(z.number()),
  latest_reply: text,
  edited: optional(z.object({ ts })),
});

const profile = optional(z.object({ display_name: text, real_name: text }));

/** Who wrote a message; its content is read by `content/`. */
export const rawSender = z.object({
  subtype: text,
  user: text,
  username: text,
  bot_id: text,
  bot_profile: optional(z.object({ name: text })),
  /** Of a person of another workspace. */
  user_profile: profile,
});

export const userReply = z.object({
  user: optional(z.object({ name: text, real_name: text, profile })),
});

export const channelReply = z.object({ channel: optional(z.object({ name: text })) });

export const userGroupsReply = z.object({ usergroups: rawItems });

export const rawUserGroup = z.object({ id: z.string(), handle: text, name: text });

export const searchReply = z.object({ messages: z.object({ matches: rawItems }) });

/** The place of a found message; its content is that of any message. */
export const rawMatch = z.object({
  ts,
  permalink: text,
  user: text,
  username: text,
  channel: rawConversation,
});
