import * as z from "zod";
import { rawBody, rawPlace, ts } from "../schema";

/** As much of a message as we use; small enough to be kept in a cursor. */
export const message = z.object({
  ts,
  /** The first message of its thread, which may be itself. */
  thread: ts.optional(),
  /** Changes when the thread gains or loses replies or its first message is edited. */
  summary: z.string(),
  /** When the thread last got a reply. */
  latestReply: z.string().optional(),
  edited: z.string().optional(),
  user: z.string().optional(),
  /** Of whoever posts without being a user. */
  name: z.string().optional(),
  /** Slack's mrkdwn; absent when the message cannot be read. */
  text: z.string().optional(),
  /** Joins, topics and the like say nothing. */
  isNotice: z.boolean(),
});
export type SlackMessage = z.infer<typeof message>;

/** Undefined when not even its place in the conversation can be read. */
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

/** The messages of a reply that can be placed, newest first as Slack gives them. */
export function toMessages(raw: readonly unknown[]): readonly SlackMessage[] {
  return raw.flatMap((each) => toMessage(each) ?? []);
}

/** The first message of a thread that has replies, as far as is known. */
export function isThreadRoot({ ts: at, thread, summary }: SlackMessage): boolean {
  return thread === at && !summary.startsWith("0:");
}

/** What stands in the conversation by itself; a reply that was also sent to the channel stands in its thread. */
export function isTopLevel(each: SlackMessage): boolean {
  return !isThreadRoot(each) && (each.thread === undefined || each.thread === each.ts);
}

/** Subtypes of messages that people or bots wrote. */
const CONTENT_SUBTYPES: ReadonlySet<string> = new Set([
  ...["bot_message", "me_message", "file_share", "file_comment", "thread_broadcast"],
  // The deleted first message of a thread that lives on.
  "tombstone",
]);

/** Longer is a log that a bot has pasted; and messages of a thread being read stand in the cursor. */
const MAX_TEXT_LENGTH = 12_000;

/** Bots often say everything in attachments; files are named. */
function toText({ text, files = [], attachments = [] }: z.infer<typeof rawBody>): string {
  const attached = text === "" ? attachments.flatMap((each) => each.text || each.fallback || []) : [];
  const names = files.flatMap(({ title, name }) => title || name || []);
  return [text, ...attached, ...names.map((name) => `File: ${name}`)]
    .filter((part) => part !== "")
    .join("\n")
    .slice(0, MAX_TEXT_LENGTH);
}
