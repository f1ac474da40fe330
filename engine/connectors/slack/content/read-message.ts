import { formatTimestamp } from "../messages/time";
import { readAttachment } from "./attachments";
import { readBlocks } from "./blocks";
import {
  type ContentReader,
  createContentReader,
  type Fields,
  isFields,
  type Omission,
} from "./content-reader";
import { readFiles } from "./files";
import { isRepeated } from "./is-repeated";
import { mrkdwnToMarkdown } from "./mrkdwn-to-markdown";
import { line, paragraphs } from "./paragraphs";
import { toReference } from "./references";

/** The words of a message, and what of it they lack. */
export interface MessageContent {
  /** Markdown with marks for references; "" when there is nothing to read. */
  readonly text: string;
  readonly omissions: readonly Omission[];
}

/** Reads a message as the API returns it: blocks, attachments, files and what some kinds of messages have besides. */
export function readMessage(raw: unknown): MessageContent {
  const reader = createContentReader();
  const text = contentOf(raw, reader, 0);
  if (text.length <= MAX_TEXT_LENGTH) return { text, omissions: reader.omissions };
  reader.leaveOut("end");
  return { text: text.slice(0, MAX_TEXT_LENGTH).replace(INCOMPLETE_END, ""), omissions: reader.omissions };
}

/** Slack's own limit of a text. Messages of an unfinished thread are part of the cursor. */
const MAX_TEXT_LENGTH = 40_000;
/** Half a character, or half a mark. */
const INCOMPLETE_END = /[\uD800-\uDBFF]$|\uE000[^\uE001]*$/;
const MAX_DEPTH = 3;

function contentOf(raw: unknown, reader: ContentReader, depth: number): string {
  const fields = reader.fields(raw);
  if (depth > MAX_DEPTH) {
    reader.leaveOut("part", "forwarded message");
    return "";
  }
  const readInner = (message: unknown) => contentOf(message, reader, depth + 1);
  const words = paragraphs([
    ownText(fields, reader),
    huddle(fields, reader),
    ...reader.list(fields.attachments).map((each) => readAttachment(each, reader, readInner)),
    readFiles(fields.files, reader),
    // A message about a file, and a comment on one, in the format of old messages.
    fields.file ? readFiles([fields.file], reader) : "",
    fields.comment ? mrkdwnToMarkdown(reader.text(reader.fields(fields.comment).comment)) : "",
  ]);
  const isPinned = words !== "" && reader.list(fields.pinned_to).length > 0;
  return isPinned ? `${words}\n\n(pinned)` : words;
}

/**
 * Slack shows the blocks, and the text only where there are none. It is read besides where a block could not be read
 * and the text says more.
 */
function ownText(fields: Fields, reader: ContentReader): string {
  const before = reader.omissions.length;
  const blocks = readBlocks(fields.blocks, reader);
  const text = mrkdwnToMarkdown(reader.text(fields.text)).trim();
  const isComplete = !reader.omissions.slice(before).some(({ kind }) => kind === "block" || kind === "part");
  if (blocks !== "" && (isComplete || isRepeated(text, blocks))) return blocks;
  return paragraphs([blocks, text || fallbackText(fields, reader)]);
}

/** Kinds of messages that may have their words elsewhere. */
function fallbackText({ topic, purpose, assistant_app_thread }: Fields, reader: ContentReader): string {
  if (topic) return `Topic: ${mrkdwnToMarkdown(reader.text(topic))}`;
  if (purpose) return `Purpose: ${mrkdwnToMarkdown(reader.text(purpose))}`;
  return isFields(assistant_app_thread) ? reader.text(assistant_app_thread.title) : "";
}

/** When a huddle was and who took part; its notes are a canvas among the files. */
function huddle({ room: value }: Fields, reader: ContentReader): string {
  if (!isFields(value)) return value === undefined || value === null ? "" : reader.text(value);
  const people = [...reader.list(value.participant_history), ...reader.list(value.participants)];
  const names = [...new Set(people)].flatMap((id) => (typeof id === "string" ? toReference("@", id) : []));
  const time = [value.date_start, value.date_end].map((at) => formatTimestamp(Number(at ?? 0)) ?? "");
  const label = line(["Huddle", mrkdwnToMarkdown(reader.text(value.name))], ": ");
  return line([label, line(time, " – "), line(names, ", ")], ", ");
}
