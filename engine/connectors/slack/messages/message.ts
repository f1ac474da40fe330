import * as z from "zod";
import { rawBody, rawPlace, ts } from "../schema";

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
  /** Slack's mrkdwn; absent when the message is malformed. */
  text: z.string().optional(),
  /** True for joins, topics and similar events, which have no content. */
  isNotice: z.boolean(),
});
export type SlackMessage = z.infer<typeof message>;

/** Undefined when the message has no valid `ts`. */
export function toMessage(raw: unknown): SlackMessage | undefined {
  const place = rawPlace.safeParse(raw).data;
  if (!place) return undefined;
  const body = rawBody.safeParse(raw).data;
  return {
    ts: place.ts,
    thread: place.thread_ts,
    summary: [place.reply_count, place.latest_reply, place.edited?.ts].join(":"),
    latestReply: place.latest_reply,
    edited: place.edited?.ts,
    user: body?.user,
    name: body?.username || body?.bot_profile?.name,
    text: body && toText(body),
    isNotice: body?.subtype !== undefined && !CONTENT_SUBTYPES.has(body.subtype),
  };
}

/** The valid messages of a reply, newest first as Slack sends them. */
export function toMessages(raw: readonly unknown[]): readonly SlackMessage[] {
  return raw.flatMap((each) => toMessage(each) ?? []);
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

/** Subtypes of messages that people or bots wrote. */
const CONTENT_SUBTYPES: ReadonlySet<string> = new Set([
  ...["bot_message", "me_message", "file_share", "file_comment", "thread_broadcast"],
  // The deleted first message of a thread with replies.
  "tombstone",
]);

/** Longer messages are pasted logs; messages of an unfinished thread are part of the cursor. */
const MAX_TEXT_LENGTH = 12_000;

/** Bots often send attachments without a text; files are named. */
function toText({ text, files = [], attachments = [] }: z.infer<typeof rawBody>): string {
  const attached = text === "" ? attachments.flatMap((each) => each.text || each.fallback || []) : [];
  const names = files.flatMap(({ title, name }) => title || name || []);
  return [text, ...attached, ...names.map((name) => `File: ${name}`)]
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, MAX_TEXT_LENGTH);
}
