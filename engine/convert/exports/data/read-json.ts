import type { ConvertedText } from "../../../model/document";
import { readChatgpt } from "../chats/read-chatgpt";
import { readClaude } from "../chats/read-claude";
import { readSlack } from "../chats/read-slack";
import { readTelegram } from "../chats/read-telegram";
import type { ExportFile, ReadJsonExport } from "../export-format";
import { readNotebook } from "../notebook/read-notebook";
import { readKeep } from "../notes/read-keep";
import { readTrello } from "../notes/read-trello";
import { isNestedDeeper } from "./is-nested-deeper";
import { readRecords } from "./read-records";

/** The exports in JSON. Each looks at the value and leaves it to the next where it is not its own. */
const FORMATS: readonly ReadJsonExport[] = [
  readNotebook,
  readSlack,
  readChatgpt,
  readClaude,
  readTelegram,
  readTrello,
  readKeep,
  readRecords,
];

/** Deeper JSON is no export, and readers recurse. */
const MAX_DEPTH = 100;

/** Converts JSON that is an export or data; undefined for settings and anything else, which stay as they are. */
export function readJson(file: ExportFile): ConvertedText | undefined {
  if (isNestedDeeper(file.text, MAX_DEPTH)) return undefined;
  const value = parseJson(file);
  if (value === undefined) return undefined;
  for (const read of FORMATS) {
    const converted = read(value, file);
    if (converted) return converted;
  }
  return undefined;
}

/** One value, or a value on each line. */
function parseJson({ text, name }: ExportFile): unknown {
  if (!/\.(?:jsonl|ndjson)$/i.test(name)) return parse(text);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  const values = lines.map(parse);
  return values.includes(undefined) ? undefined : values;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
