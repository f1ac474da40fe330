import { slackText } from "./slack-text";

/** Blocks nested deeper are no message of Slack's. */
const MAX_DEPTH = 20;

/** The texts of a message's blocks, one a block, without those that `shown` holds already. */
export function slackBlockTexts(
  blocks: readonly unknown[],
  names: ReadonlyMap<string, string>,
  shown: string,
): readonly string[] {
  const known = wordsOnly(shown);
  return blocks
    .map((block) => blockText(block, names, 0).trim())
    .filter((text) => text !== "" && !known.includes(wordsOnly(text)));
}

/** Every text in a block of any kind, in its order; inline elements of rich text are joined. */
function blockText(node: unknown, names: ReadonlyMap<string, string>, depth: number): string {
  if (depth > MAX_DEPTH || typeof node !== "object" || node === null) return "";
  if (Array.isArray(node)) return node.map((one) => blockText(one, names, depth + 1)).join("\n");
  const element = node as Readonly<Record<string, unknown>>;
  const inline = inlineText(element, names);
  if (inline !== undefined) return inline;
  const { elements = [] } = element;
  const inside = Array.isArray(elements)
    ? elements.map((one) => blockText(one, names, depth + 1)).join(separatorOf(element))
    : "";
  const rest = CONTENT_KEYS.map((key) => blockText(element[key], names, depth + 1));
  const words = TEXT_KEYS.map((key) => element[key]).filter((value) => typeof value === "string");
  return [...words, ...rest, inside].filter((text) => text !== "").join("\n");
}

const CONTENT_KEYS = [
  "title",
  "text",
  "hint",
  "label",
  "fields",
  "accessory",
  "rows",
  "options",
  "description",
];
const TEXT_KEYS = ["alt_text", "title_text"];
const LINES = new Set(["rich_text", "actions", "context", "rich_text_list"]);

function separatorOf({ type }: Readonly<Record<string, unknown>>): string {
  return LINES.has(String(type)) ? "\n" : "";
}

/** The text of an element without others in it; undefined for any other. */
function inlineText(
  element: Readonly<Record<string, unknown>>,
  names: ReadonlyMap<string, string>,
): string | undefined {
  const { type, text, url, name, user_id, channel_id, range } = element;
  if (type === "mrkdwn" && typeof text === "string") return slackText(text, names);
  if (type === "link") return typeof text === "string" && text !== "" ? `[${text}](${url})` : `<${url}>`;
  if (type === "user") return `@${names.get(String(user_id)) ?? user_id}`;
  if (type === "channel") return `#${channel_id}`;
  if (type === "broadcast") return `@${range}`;
  if (type === "emoji") return `:${name}:`;
  return typeof text === "string" ? text : undefined;
}

function wordsOnly(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}
