import type { ConvertedText } from "../../../model/document";
import type { ReadJsonExport } from "../export-format";
import { valueWords } from "./value-words";

type JsonObject = Readonly<Record<string, unknown>>;

/** Settings of programs: their readers look for the source. */
const SETTINGS_NAME =
  /(?:^|[/\\])(?:package|package-lock|composer|manifest|tsconfig[\w.-]*|jsconfig|angular|nx|turbo|lerna|vercel|now|deno|biome|renovate|firebase|settings|launch|tasks|extensions|keybindings|[\w.-]*\.(?:config|schema|settings)|\.[\w.-]+)\.jsonc?$|\.(?:map|webmanifest|lock)$|rc$/i;
const SETTINGS_KEYS = [
  "$schema",
  "dependencies",
  "devDependencies",
  "compilerOptions",
  "openapi",
  "swagger",
  "manifest_version",
  "lockfileVersion",
  "sourcesContent",
];
/** Shorter JSON is read as well as it stands, unless it is a list of records. */
const LONG_LINE = 1_000;

/** Data in JSON as `key: value` blocks, one a record; undefined for settings and for a small object. */
export const readRecords: ReadJsonExport = (value, { text, name }) => {
  if (SETTINGS_NAME.test(name) || isSettings(value)) return undefined;
  const lists = recordLists(value);
  if (lists === 0 && !hasLongLine(text)) return undefined;
  const blocks: string[] = [];
  writeValue(value, "", blocks);
  const written: ConvertedText = { text: blocks.join("\n\n"), format: "plain" };
  return blocks.length > 0 ? written : undefined;
};

function isSettings(value: unknown): boolean {
  return isObject(value) && SETTINGS_KEYS.some((key) => key in value);
}

function hasLongLine(text: string): boolean {
  return text.split("\n", 1_000).some((line) => line.length > LONG_LINE);
}

/** Lists of two records or more: the value itself, or below one or two keys. */
function recordLists(value: unknown, depth = 0): number {
  if (isRecordList(value)) return 1;
  if (depth > 2 || !isObject(value)) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + recordLists(inner, depth + 1), 0);
}

function isRecordList(value: unknown): value is readonly JsonObject[] {
  return Array.isArray(value) && value.length > 1 && value.every(isObject);
}

/** Writes a value's blocks; `path` names what it is. A record of a list keeps short lists within to itself. */
function writeValue(value: unknown, path: string, blocks: string[], isRecord = false, depth = 0): void {
  if (Array.isArray(value) && value.some(isObject)) {
    for (const item of value) writeValue(item, path, blocks, true, depth + 1);
    return;
  }
  if (!isObject(value) || depth > MAX_DEPTH) {
    const words = valueWords(value);
    if (words !== "") blocks.push(path === "" ? words : `${path}: ${words}`);
    return;
  }
  const isApart = (inner: unknown) => isNested(inner) || (!isRecord && recordLists(inner) > 0);
  const nested = Object.entries(value).filter(([, inner]) => isApart(inner));
  const own = Object.entries(value).filter(([, inner]) => !isApart(inner));
  const lines = own.flatMap(([key, inner]) => fieldLines(key, inner));
  if (lines.length > 0) blocks.push(lines.join("\n"));
  for (const [key, inner] of nested)
    writeValue(inner, [path, key].filter(Boolean).join(" "), blocks, isRecord, depth + 1);
}

const MAX_DEPTH = 8;
/** What is written beside its key, and not as blocks of its own. */
const MAX_INLINE_CHARACTERS = 300;

/** A list of records, or an object of much text, has blocks of its own. */
function isNested(value: unknown): boolean {
  if (isRecordList(value)) return valueWords(value).length > MAX_INLINE_CHARACTERS;
  return isObject(value) && Object.values(value).some((inner) => isRecordList(inner) || isNested(inner));
}

/** "price: 12", or "address city: Kiel" for each field of an object within. */
function fieldLines(key: string, value: unknown): readonly string[] {
  if (isObject(value))
    return Object.entries(value).flatMap(([inner, each]) => fieldLines(`${key} ${inner}`, each));
  const words = valueWords(value);
  return words === "" ? [] : [`${oneLine(key)}: ${words}`];
}

function oneLine(key: string): string {
  return key.replace(/\s+/g, " ").trim();
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
