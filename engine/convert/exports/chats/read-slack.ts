import * as z from "zod";
import { countNoun } from "../count-noun";
import type { ReadJsonExport } from "../export-format";
import { anyList, flag, list, text } from "../lenient";
import { type ExportedMessage, writeConversations } from "../write-conversations";
import { slackBlockTexts } from "./slack-blocks";
import { slackText } from "./slack-text";

const profile = z.object({ real_name: text, display_name: text, name: text }).optional().catch(undefined);
const file = z.object({ name: text, title: text, preview: text, plain_text: text, mode: text });
const attachment = z.object({
  pretext: text,
  author_name: text,
  title: text,
  title_link: text,
  text,
  fallback: text,
  footer: text,
  fields: list(z.object({ title: text, value: text })),
  blocks: anyList,
  message_blocks: anyList,
});
const message = z.object({
  type: z.literal("message"),
  ts: z.string().regex(/^\d{9,11}\.\d+$/),
  thread_ts: text,
  user: text,
  username: text,
  text,
  edited: z.looseObject({}).optional().catch(undefined),
  hidden: flag,
  user_profile: profile,
  bot_profile: profile,
  blocks: anyList,
  attachments: list(attachment),
  files: list(file),
});

type SlackMessage = z.output<typeof message>;
type Names = ReadonlyMap<string, string>;

/** One channel's day of a Slack export. Names are those that stand in its own messages. */
export const readSlack: ReadJsonExport = (value) => {
  const day = readSlackDay(value, new Map());
  return day && writeConversations([{ messages: day.messages }], slackNotes([day]));
};

export interface SlackDay {
  /** In order of time. */
  readonly messages: readonly ExportedMessage[];
  readonly unread: number;
  readonly files: number;
}

/** The messages of one file; `known` has names of people and channels by their id. Undefined for anything else. */
export function readSlackDay(value: unknown, known: Names): SlackDay | undefined {
  if (!Array.isArray(value) || !value.slice(0, 10).some((one) => message.safeParse(one).success))
    return undefined;
  const messages = value.flatMap((one): SlackMessage[] => {
    const read = message.safeParse(one);
    return read.success ? [read.data] : [];
  });
  const names = new Map([...known, ...namesIn(messages)]);
  const byTs = new Map(messages.map((one) => [one.ts, one]));
  return {
    messages: messages
      .toSorted((a, b) => Number(a.ts) - Number(b.ts))
      .map((one) => toExported(one, { names, answered: byTs.get(one.thread_ts ?? "") })),
    unread: value.length - messages.length,
    files: messages.reduce((sum, one) => sum + one.files.length, 0),
  };
}

export function slackNotes(days: readonly SlackDay[]): readonly string[] {
  const unread = days.reduce((sum, day) => sum + day.unread, 0);
  const files = days.reduce((sum, day) => sum + day.files, 0);
  return [
    ...(unread > 0 ? [`${countNoun(unread, "message")} cannot be read`] : []),
    ...(files > 0 ? [`${countNoun(files, "file")} attached to messages: only names are in the export`] : []),
  ];
}

function toExported(
  one: SlackMessage,
  { names, answered }: { readonly names: Names; readonly answered: SlackMessage | undefined },
): ExportedMessage {
  const remarks = [
    ...(answered && answered.ts !== one.ts ? [`in reply to ${authorOf(answered, names)}`] : []),
    ...(one.edited ? ["edited"] : []),
  ];
  return {
    author: authorOf(one, names),
    sentAt: Math.floor(Number(one.ts) * 1000),
    remarks,
    text: bodyOf(one, names),
  };
}

function bodyOf(one: SlackMessage, names: Names): string {
  const own = slackText(one.text ?? "", names);
  const pieces = [own, ...slackBlockTexts(one.blocks, names, own)];
  for (const part of one.attachments) pieces.push(attachmentText(part, names));
  for (const { title, name, preview, plain_text } of one.files) {
    pieces.push(`File: ${[...new Set([title, name])].filter(Boolean).join(" · ") || "without a name"}`);
    if (preview || plain_text) pieces.push(`\`\`\`\n${(preview || plain_text || "").trim()}\n\`\`\``);
  }
  return pieces.filter((piece) => piece.trim() !== "").join("\n\n");
}

function attachmentText(part: z.output<typeof attachment>, names: Names): string {
  const title = part.title_link && part.title ? `[${part.title}](${part.title_link})` : part.title;
  const lines = [
    part.pretext,
    part.author_name,
    title,
    part.text,
    ...part.fields.map(fieldLine),
    part.footer,
  ];
  const own = lines
    .filter((line) => line !== undefined && line !== "")
    .map((line) => (line === title ? line : slackText(line ?? "", names)))
    .join("\n\n");
  const inBlocks = slackBlockTexts([...part.blocks, ...part.message_blocks], names, own);
  const all = [own, ...inBlocks].filter(Boolean).join("\n\n");
  return all === "" ? slackText(part.fallback ?? "", names) : all;
}

function fieldLine({ title, value }: { title?: string | undefined; value?: string | undefined }): string {
  return [title, value].filter(Boolean).join(": ");
}

function namesIn(messages: readonly SlackMessage[]): Names {
  const names = new Map<string, string>();
  for (const { user, user_profile } of messages) {
    const name = user_profile?.real_name || user_profile?.display_name || user_profile?.name;
    if (user && name) names.set(user, name);
  }
  return names;
}

function authorOf(one: SlackMessage, names: Names): string {
  const { user, username, user_profile, bot_profile } = one;
  const own = user_profile?.real_name || user_profile?.display_name || user_profile?.name;
  return own || names.get(user ?? "") || username || bot_profile?.name || user || "Slack";
}
