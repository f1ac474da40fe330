import { countNoun } from "../count-noun";
import { escapeTyped } from "../escape-typed";
import type { ReadExport } from "../export-format";
import { type ExportedMessage, writeConversations } from "../write-conversations";
import { dateOrder, isoDay } from "./whatsapp-dates";
import { parseWhatsappLine, type WhatsappLine } from "./whatsapp-lines";

interface Entry {
  readonly line: WhatsappLine;
  readonly author: string | undefined;
  readonly body: string[];
}

/** A name before a colon. Programs write the level of a message there. */
const AUTHOR = /^[\u200e\u200f]*([^:\n]{1,80}?)\s?:\s([\s\S]*)$/;
const LOG_LEVEL = /(?:^|[\s.\]])(?:trace|debug|info|notice|warn|warning|error|critical|fatal)$/i;
/** WhatsApp marks its own words with a direction mark, or puts them into angle brackets. */
const OMITTED = /^(?:\u200e[^\u200e\n]{1,40}|[\u200e]?<[^<>\n]{1,40}>)$/;
const EDITED = /\s*\u200e?<[^<>\n]*(?:edited|bearbeitet|modifié|editado|modificato)[^<>\n]*>$/i;

/** A chat exported from WhatsApp; undefined for a log and other text. Times are those of the phone. */
export const readWhatsapp: ReadExport = ({ text }) => {
  const entries = readEntries(text);
  const said = entries?.filter(({ author }) => author !== undefined) ?? [];
  if (!entries || said.length === 0 || said.some(({ author }) => LOG_LEVEL.test(author ?? "")))
    return undefined;
  const order = dateOrder(entries.map(({ line }) => line));
  let omitted = 0;
  const messages = entries.flatMap(({ line, author, body }): ExportedMessage[] => {
    const words = body.join("\n").trim();
    if (author !== undefined && OMITTED.test(words)) {
      omitted++;
      return [];
    }
    const day = isoDay(line, order);
    const clock = `${twoDigits(line.hour)}:${twoDigits(line.minute)}`;
    const sentAt = Date.parse(`${day}T${clock}Z`);
    const isEdited = EDITED.test(words);
    return [
      {
        author,
        sentAt: Number.isNaN(sentAt) ? undefined : sentAt,
        time: `${day} ${clock}`,
        remarks: isEdited ? ["edited"] : [],
        text: escapeTyped(words.replace(EDITED, "").replace(/\u200e/g, "")),
      },
    ];
  });
  const notes =
    omitted > 0 ? [`${countNoun(omitted, "picture or file", "pictures or files")} not in the export`] : [];
  return writeConversations([{ messages }], notes);
};

/** Undefined where the first line begins no message. */
function readEntries(text: string): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  for (const written of text.split("\n")) {
    const line = parseWhatsappLine(written);
    const last = entries.at(-1);
    if (line) entries.push(toEntry(line));
    else if (last) last.body.push(written);
    else if (written.trim() !== "") return undefined;
  }
  return entries.length > 0 ? entries : undefined;
}

function toEntry(line: WhatsappLine): Entry {
  const [, author, body] = AUTHOR.exec(line.rest) ?? [];
  if (author === undefined || body === undefined) return { line, author: undefined, body: [line.rest] };
  return {
    line,
    author: author.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]|^~\s?/g, "").trim(),
    body: [body],
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
