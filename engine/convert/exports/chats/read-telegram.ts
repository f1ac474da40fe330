import * as z from "zod";
import { countNoun } from "../count-noun";
import { escapeTyped } from "../escape-typed";
import type { ReadJsonExport } from "../export-format";
import { anyList, list, number, text } from "../lenient";
import { type ExportedConversation, type ExportedMessage, writeConversations } from "../write-conversations";

const message = z.object({
  id: number,
  type: text,
  date: z.string(),
  date_unixtime: number,
  edited: text,
  from: text,
  actor: text,
  action: text,
  title: text,
  members: list(z.string()),
  forwarded_from: text,
  reply_to_message_id: number,
  text: z.union([z.string(), anyList]).optional().catch(undefined),
  photo: text,
  file: text,
  file_name: text,
  media_type: text,
  sticker_emoji: text,
  performer: text,
  poll: z
    .object({ question: z.unknown(), answers: list(z.object({ text: z.unknown(), voters: number })) })
    .optional()
    .catch(undefined),
  location_information: z.object({ latitude: number, longitude: number }).optional().catch(undefined),
  place_name: text,
  address: text,
  contact_information: z
    .object({ first_name: text, last_name: text, phone_number: text })
    .optional()
    .catch(undefined),
});
const chat = z.object({ name: text, type: text, id: z.unknown(), messages: z.array(z.unknown()) });
const all = z.object({ chats: z.object({ list: z.array(z.unknown()) }) });

type Message = z.output<typeof message>;

/** One chat, or all chats, of a Telegram export. Times are those of the exporting computer. */
export const readTelegram: ReadJsonExport = (value) => {
  const many = all.safeParse(value);
  const chats = many.success ? many.data.chats.list : [value];
  const [first] = chats.map((one) => chat.safeParse(one)).filter(({ success }) => success);
  if (!first?.data || !looksLikeChat(first.data)) return undefined;
  const counts = { unread: 0, media: 0 };
  const written = chats.flatMap((one) => {
    const read = chat.safeParse(one);
    if (!read.success) counts.unread++;
    return read.success ? [toConversation(read.data, counts)] : [];
  });
  return writeConversations(written, [
    ...(counts.unread > 0 ? [`${countNoun(counts.unread, "message")} cannot be read`] : []),
    ...(counts.media > 0
      ? [`${countNoun(counts.media, "picture or file", "pictures or files")} not read`]
      : []),
  ]);
};

function looksLikeChat({ type, messages }: z.output<typeof chat>): boolean {
  const sample = messages.slice(0, 20);
  const read = sample.filter((one) => message.safeParse(one).success);
  return type !== undefined && read.length * 2 > sample.length;
}

function toConversation(
  { name, messages }: z.output<typeof chat>,
  counts: { unread: number; media: number },
): ExportedConversation {
  const read = messages.flatMap((one): Message[] => {
    const parsed = message.safeParse(one);
    if (!parsed.success) counts.unread++;
    return parsed.success ? [parsed.data] : [];
  });
  const byId = new Map(read.map((one) => [one.id, one]));
  return {
    title: name || "Saved messages",
    messages: read.map((one): ExportedMessage => {
      if (one.photo || one.file) counts.media++;
      const time = one.date.replace("T", " ").replace(/:\d\d$/, "");
      const sentAt = one.date_unixtime === undefined ? undefined : one.date_unixtime * 1000;
      if (one.type === "service") return { time, sentAt, text: serviceText(one) };
      const answered = byId.get(one.reply_to_message_id);
      const remarks = [
        ...(one.forwarded_from ? [`forwarded from ${one.forwarded_from}`] : []),
        ...(answered ? [`in reply to ${answered.from ?? "a message"}`] : []),
        ...(one.edited ? ["edited"] : []),
      ];
      return { author: one.from ?? "Deleted account", time, sentAt, remarks, text: bodyOf(one) };
    }),
  };
}

/** "Ann: invite members Per, Ingrid". */
function serviceText({ actor, action, title, members, text: said }: Message): string {
  const what = [(action ?? "").replaceAll("_", " "), title, members.join(", "), toMarkdown(said)];
  return `${actor ?? "Telegram"}: ${what.filter(Boolean).join(" ")}`;
}

function bodyOf(one: Message): string {
  const { poll, location_information: place, contact_information: contact } = one;
  const pieces = [toMarkdown(one.text)];
  if (one.file_name || one.media_type || one.sticker_emoji || one.photo) pieces.push(mediaText(one));
  if (poll) pieces.push(`Poll: ${plainText(poll.question)}`);
  if (poll)
    pieces.push(
      poll.answers
        .map((answer) => `- ${plainText(answer.text)}: ${countNoun(answer.voters ?? 0, "vote")}`)
        .join("\n"),
    );
  if (place)
    pieces.push(
      `Place: ${[one.place_name, one.address, `${place.latitude}, ${place.longitude}`].filter(Boolean).join(", ")}`,
    );
  if (contact)
    pieces.push(
      `Contact: ${[contact.first_name, contact.last_name, contact.phone_number].filter(Boolean).join(" ")}`,
    );
  return pieces.filter((piece) => piece !== "").join("\n\n");
}

function mediaText({ photo, media_type, file_name, sticker_emoji, performer, title }: Message): string {
  const kind = photo ? "picture" : (media_type ?? "file").replaceAll("_", " ");
  const details = [file_name, sticker_emoji, performer, title].filter(Boolean).join(" ");
  return details === "" ? `(${kind})` : `(${kind}: ${details})`;
}

/** A text is a string, or a list of strings and entities. */
function toMarkdown(said: unknown): string {
  if (typeof said === "string") return escapeTyped(said);
  if (!Array.isArray(said)) return "";
  return said.map((piece) => (typeof piece === "string" ? escapeTyped(piece) : entityText(piece))).join("");
}

const entity = z.object({ type: text, text: z.string(), href: text, language: text });

function entityText(piece: unknown): string {
  const read = entity.safeParse(piece);
  if (!read.success) return "";
  const { type, text: words, href, language } = read.data;
  if (type === "text_link" && href) return `[${words}](${href})`;
  if (type === "bold") return `**${words}**`;
  if (type === "code") return `\`${words}\``;
  if (type === "pre") return `\n\`\`\`${language ?? ""}\n${words}\n\`\`\`\n`;
  return escapeTyped(words);
}

function plainText(said: unknown): string {
  return toMarkdown(said).replace(/\s+/g, " ").trim();
}
