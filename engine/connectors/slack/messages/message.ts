import * as z from "zod";
import { omission } from "../content/content-reader";
import { readMessage } from "../content/read-message";
import { rawPlace, rawSender, ts } from "../schema";
import { justBefore } from "./time";

/** The fields of a message that are used; small enough for a cursor. */
export const message = z.object({
  ts,
  /** `ts` of the first message of its thread, which may be itself. */
  thread: ts.optional(),
  /** Changes when the thread gains or loses replies or its first message is edited. */
  summary: z.string(),
  /** `ts` of the latest reply in the thread. */
  latestReply: z.string().optional(),
  edited: z.string().optional(),
  user: z.string().optional(),
  /** Name of a sender that is not a user. */
  name: z.string().optional(),
  /** Markdown with marks for references (`content/references.ts`); absent when nothing of it can be read. */
  text: z.string().optional(),
  /** What a person sees in Slack and the text lacks. */
  omissions: z.array(omission).optional(),
  /** True for joins, leaves and similar events, which have no content. */
  isNotice: z.boolean(),
});
export type SlackMessage = z.infer<typeof message>;

/** Undefined when the message has no valid `ts`. */
export function toMessage(raw: unknown): SlackMessage | undefined {
  const place = rawPlace.safeParse(raw).data;
  if (!place) return undefined;
  const { reply_count, latest_reply, edited } = place;
  return {
    ts: place.ts,
    thread: place.thread_ts ?? undefined,
    summary: [reply_count, latest_reply, edited?.ts].join(":"),
    latestReply: latest_reply ?? undefined,
    edited: edited?.ts,
    ...toBody(raw),
  };
}

/** Who wrote a message, and its words. */
export function toBody(
  raw: unknown,
): Pick<SlackMessage, "user" | "name" | "text" | "omissions" | "isNotice"> {
  const { subtype, user, username, bot_id, bot_profile, user_profile } = rawSender.safeParse(raw).data ?? {};
  const { text, omissions } = readMessage(raw);
  const botName = username || bot_profile?.name;
  const personName = user_profile?.display_name || user_profile?.real_name;
  // A bot may write under a name of its own, although it is a user too.
  const isBot = Boolean(bot_id) || subtype === "bot_message" || !user;
  return {
    user: (isBot && botName ? undefined : user) || undefined,
    name: (isBot ? botName : personName) || undefined,
    text: text === "" ? undefined : text,
    ...(omissions.length > 0 && { omissions: [...omissions] }),
    isNotice: NOTICE_SUBTYPES.has(subtype ?? ""),
  };
}

/**
 * The messages of a reply, newest first as Slack sends them. One that cannot be placed, since it has no valid `ts`,
 * gets a place beside its neighbour and counts as unreadable.
 */
export function toMessages(raw: readonly unknown[]): readonly SlackMessage[] {
  const messages: SlackMessage[] = [];
  const first = raw.flatMap((each) => toMessage(each) ?? [])[0];
  for (const each of raw) {
    const placed = toMessage(each);
    const neighbour = messages.at(-1) ?? first;
    if (placed) messages.push(placed);
    else if (neighbour) messages.push({ ts: beside(neighbour.ts), summary: "", isNotice: false });
  }
  return messages;
}

/** A `ts` just before another one. */
function beside(at: string): string {
  const [seconds = "", order = ""] = at.split(".");
  const before = Number(order) - 1;
  return before < 0 ? justBefore(at) : `${seconds}.${String(before).padStart(6, "0")}`;
}

/** Whether a message starts a thread that has replies, as far as is known. */
export function isThreadRoot({ ts: at, thread, summary }: SlackMessage): boolean {
  return thread === at && !summary.startsWith("0:");
}

/**
 * Whether a message belongs to its day's document. A reply that was also sent to the channel belongs to its thread.
 */
export function isTopLevel(each: SlackMessage): boolean {
  return !isThreadRoot(each) && (each.thread === undefined || each.thread === each.ts);
}

/** Subtypes of messages that tell of the conversation and have no content; see https://docs.slack.dev/reference/events/message. */
const NOTICE_SUBTYPES: ReadonlySet<string> = new Set([
  ...[
    "channel_join",
    "channel_leave",
    "group_join",
    "group_leave",
    "bot_add",
    "bot_remove",
    "bot_enable",
    "bot_disable",
  ],
  ...[
    "channel_archive",
    "channel_unarchive",
    "group_archive",
    "group_unarchive",
    "channel_posting_permissions",
  ],
  ...["channel_convert_to_private", "channel_convert_to_public", "pinned_item", "unpinned_item"],
]);
