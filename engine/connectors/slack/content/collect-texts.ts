import { type ContentReader, type Fields, isFields } from "./content-reader";
import { textObject } from "./text-object";

/** The fields whose text a person sees. Others are ids, addresses and settings. */
const TEXT_FIELDS = [
  ...["title", "subtitle", "label", "header", "text", "description", "summary", "body", "message", "content"],
  ...["caption", "alt_text", "placeholder", "hint", "initial_value"],
  ...["name", "author_name", "provider_name", "button_label"],
];
const MAX_DEPTH = 8;

/**
 * The texts of a block or an element whose kind is not documented: fields with the usual names, at any depth, each once.
 */
export function collectTexts(value: unknown, reader: ContentReader, depth = 0): readonly string[] {
  if (depth > MAX_DEPTH) return [];
  if (Array.isArray(value)) return value.flatMap((each) => collectTexts(each, reader, depth + 1));
  if (!isFields(value)) return [];
  if (isTextObject(value)) return [textObject(value, reader)];
  const own = TEXT_FIELDS.flatMap((name) =>
    typeof value[name] === "string" ? textObject(value[name], reader) : [],
  );
  const nested = Object.values(value).flatMap((each) => collectTexts(each, reader, depth + 1));
  return [...new Set([...own, ...nested].map((text) => text.trim()).filter((text) => text !== ""))];
}

function isTextObject({ type, text }: Fields): boolean {
  return typeof text === "string" && (type === "mrkdwn" || type === "plain_text");
}
