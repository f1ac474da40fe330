import { link, prefixLines } from "../../shared/text/write-markdown";
import { formatTimestamp } from "../messages/time";
import { readBlocks } from "./blocks";
import type { ContentReader, Fields } from "./content-reader";
import { control } from "./controls";
import { readFiles } from "./files";
import { isRepeated } from "./is-repeated";
import { mrkdwnToMarkdown } from "./mrkdwn-to-markdown";
import { line, paragraphs } from "./paragraphs";
import { toReference } from "./references";
import { textObject } from "./text-object";

/** Reads a message within an attachment. */
export type ReadMessage = (message: unknown) => string;

/**
 * An attachment of a message as Markdown: the preview of a link, a bot's report, or another message, which is quoted
 * with its author.
 */
export function readAttachment(value: unknown, reader: ContentReader, readMessage: ReadMessage): string {
  const fields = reader.fields(value);
  const { is_share, is_msg_unfurl, message_blocks, channel_id, channel_name } = fields;
  const isMessage = is_share === true || is_msg_unfurl === true || Boolean(channel_id || channel_name);
  return isMessage || reader.list(message_blocks).length > 0
    ? quotedMessage(fields, reader, readMessage)
    : card(fields, reader);
}

function card(fields: Fields, reader: ContentReader): string {
  const blocks = readBlocks(fields.blocks, reader);
  const text = mrkdwn(fields.text, reader);
  const parts = [
    mrkdwn(fields.pretext, reader),
    by(fields, reader),
    link(mrkdwn(fields.title, reader), reader.text(fields.title_link)),
    isRepeated(text, blocks) ? "" : text,
    rows(fields, reader),
    blocks,
    readFiles(fields.files, reader),
    picture(fields, reader),
    actions(fields, reader),
    preview(fields, reader),
    lists(fields, reader),
  ];
  const body = paragraphs(parts);
  const footer = line([mrkdwn(fields.footer, reader), at(fields)], " · ");
  if (body !== "") return paragraphs([body, footer]);
  const address = reader.text(fields.from_url) || reader.text(fields.original_url);
  const shown = mrkdwn(fields.fallback, reader) || (URL.canParse(address) ? `<${address}>` : "");
  if (shown === "" && footer === "") reader.leaveOut("part", "attachment");
  return paragraphs([shown, footer]);
}

/** A forwarded message, or one whose link was posted. */
function quotedMessage(fields: Fields, reader: ContentReader, readMessage: ReadMessage): string {
  const messages = reader.list(fields.message_blocks).map((each) => reader.fields(each).message);
  const inner = paragraphs(messages.map((message) => (message ? readMessage(message) : "")));
  const text = mrkdwn(fields.text, reader);
  const blocks = inner === "" ? readBlocks(fields.blocks, reader) : "";
  const shown = paragraphs([inner, blocks]);
  const body = paragraphs([
    shown,
    isRepeated(text, shown) ? "" : text,
    inner === "" ? readFiles(fields.files, reader) : "",
    picture(fields, reader),
  ]);
  const quoted = body || mrkdwn(fields.fallback, reader);
  if (quoted === "") reader.leaveOut("part", "forwarded message");
  return paragraphs([
    mrkdwn(fields.pretext, reader),
    `${writer(fields, reader)}:`,
    prefixLines(quoted, "> "),
  ]);
}

/** "Ada wrote in #general, 2025-01-01 09:30 UTC", linked to the message. */
function writer(fields: Fields, reader: ContentReader): string {
  const id = reader.text(fields.author_id);
  const author = mrkdwn(fields.author_name, reader) || (id && toReference("@", id)) || "Someone";
  const channel = reader.text(fields.channel_id);
  const name = mrkdwn(fields.channel_name, reader).replace(/^#/, "");
  const place = name ? `#${name}` : channel.startsWith("C") ? toReference("#", channel) : "";
  const said = line([author, "wrote", place && `in ${place}`]);
  return line([link(said, reader.text(fields.from_url)), at(fields)], ", ");
}

/** The service and the author above a title. */
function by(fields: Fields, reader: ContentReader): string {
  const author = line([mrkdwn(fields.author_name, reader), mrkdwn(fields.author_subname, reader)]);
  const service = mrkdwn(fields.service_name, reader);
  return line([service, author === service ? "" : author], " · ");
}

function rows({ fields }: Fields, reader: ContentReader): string {
  return reader
    .list(fields)
    .map((raw) => {
      const { title, value } = reader.fields(raw);
      const text = mrkdwn(value, reader)
        .trim()
        .replace(/\s*\n\s*/g, " ");
      return line([mrkdwn(title, reader).replace(/:\s*$/, ""), text], ": ");
    })
    .filter((row) => row !== "")
    .map((row) => `- ${row}`)
    .join("\n");
}

/** A picture that was posted; that of a link's preview belongs to the page, whose address is in the message. */
function picture(
  { image_url, title, fallback, from_url, original_url }: Fields,
  reader: ContentReader,
): string {
  const isPreview = Boolean(from_url || original_url);
  if (reader.text(image_url) !== "" && !isPreview)
    reader.leaveOut("picture", reader.text(title) || reader.text(fallback));
  return "";
}

/** The buttons and menus of older bots. */
function actions({ actions: value }: Fields, reader: ContentReader): string {
  const labels = reader.list(value).map((raw) => {
    const { text, name, url, type, options } = reader.fields(raw);
    const label = textObject(text, reader) || textObject(name, reader);
    const choices = reader.list(options).map((option) => textObject(reader.fields(option).text, reader));
    if (label === "" && choices.length === 0) return type === undefined ? "" : control(raw, reader);
    return line([link(label, reader.text(url)), line(choices, ", ")], ": ");
  });
  return line(labels, " · ");
}

/** The preview of an item of another application. */
function preview({ preview: value }: Fields, reader: ContentReader): string {
  const { title, subtitle } = reader.fields(value);
  return line([textObject(title, reader), textObject(subtitle, reader)], " – ");
}

/** A list of Slack's, or items of one: their title stands in the fallback. */
function lists({ list, list_record, list_records, fallback }: Fields, reader: ContentReader): string {
  if (!list && !list_record && !list_records) return "";
  const { title } = reader.fields(list);
  const label = textObject(title, reader) || mrkdwn(fallback, reader);
  reader.leaveOut("list", label);
  return label === "" ? "" : `List: ${label}`;
}

/** `ts` is in seconds since the epoch, as text or as a number. */
function at({ ts }: Fields): string {
  return formatTimestamp(Number(typeof ts === "string" || typeof ts === "number" ? ts : 0)) ?? "";
}

function mrkdwn(value: unknown, reader: ContentReader): string {
  return mrkdwnToMarkdown(reader.text(value)).trim();
}
