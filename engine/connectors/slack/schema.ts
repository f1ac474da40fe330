import * as z from "zod";

/** Seconds since the epoch, a point, and a number that makes it unique in its conversation. */
export const ts = z.string().regex(/^\d{10}\.\d{6}$/);
const text = z.string().optional();
/** Items are validated one by one, so that a malformed one does not lose the others. */
const rawItems = z.array(z.unknown());
const nextPage = z.object({ next_cursor: text }).optional();

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

export const rawConversation = z.object({
  id: z.string(),
  name: text,
  user: text,
  is_im: z.boolean().optional(),
  is_mpim: z.boolean().optional(),
  is_archived: z.boolean().optional(),
});

export const messagesReply = z.object({
  messages: rawItems,
  has_more: z.boolean().optional(),
  response_metadata: nextPage,
});

/** The fields that identify a message; all others may be invalid. */
export const rawPlace = z.object({
  ts,
  thread_ts: ts.optional().catch(undefined),
  reply_count: z.number().optional().catch(undefined),
  latest_reply: text.catch(undefined),
  edited: z.object({ ts }).optional().catch(undefined),
});

export const rawBody = z.object({
  subtype: text,
  text: z.string(),
  user: text,
  username: text,
  bot_profile: z.object({ name: text }).optional(),
  files: z.array(z.object({ name: text, title: text })).optional(),
  attachments: z.array(z.object({ fallback: text, text })).optional(),
});

export const userReply = z.object({
  user: z.object({
    id: z.string(),
    name: text,
    real_name: text,
    profile: z.object({ display_name: text, real_name: text }).optional(),
  }),
});

export const searchReply = z.object({ messages: z.object({ matches: rawItems }) });

export const rawMatch = z.object({
  ts,
  text: z.string(),
  permalink: z.string(),
  user: text,
  username: text,
  channel: rawConversation,
});
