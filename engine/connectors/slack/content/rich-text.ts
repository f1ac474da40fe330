import { codeBlock, codeSpan, escapeText, link, prefixLines } from "../../shared/text/write-markdown";
import { formatTimestamp } from "../messages/time";
import { collectTexts } from "./collect-texts";
import type { ContentReader, Fields } from "./content-reader";
import { toReference } from "./references";

/** Converts a `rich_text` block to Markdown. */
export function richText(block: Fields, reader: ContentReader): string {
  let text = "";
  let wasList = false;
  for (const raw of reader.list(block.elements)) {
    const element = reader.fields(raw);
    const isList = element.type === "rich_text_list";
    const part = toBlock(element, reader);
    if (part === "") continue;
    const gap = isList && wasList ? "\n" : "\n\n";
    text += text === "" ? part : `${gap}${part}`;
    wasList = isList;
  }
  return text;
}

function toBlock(element: Fields, reader: ContentReader): string {
  switch (element.type) {
    case "rich_text_section":
      return inline(element, reader).trimEnd();
    case "rich_text_list":
      return list(element, reader);
    case "rich_text_quote":
      return prefixLines(inline(element, reader).trim(), "> ");
    case "rich_text_preformatted": {
      const code = reader.list(element.elements).map((each) => literal(reader.fields(each), reader));
      return code.join("") === "" ? "" : codeBlock(code.join(""), reader.text(element.language));
    }
    default:
      // An inline element outside of a section, or one of a kind that is not documented.
      return INLINE_TYPES.has(String(element.type))
        ? inlineElement(element, reader)
        : unknown(element, reader);
  }
}

/** Slack nests lists by their indent. Four columns are a level of any list in Markdown. */
function list(element: Fields, reader: ContentReader): string {
  const indent = " ".repeat(4 * Math.min(8, Math.max(0, Math.floor(Number(element.indent)) || 0)));
  const first = 1 + (Math.floor(Number(element.offset)) || 0);
  const isOrdered = element.style === "ordered";
  return reader
    .list(element.elements)
    .map((raw, at) => {
      const marker = isOrdered ? `${first + at}.` : "-";
      const text = toBlock(reader.fields(raw), reader).replaceAll("\n", `\n${indent}    `);
      return `${indent}${marker} ${text}`.trimEnd();
    })
    .join("\n");
}

function inline(element: Fields, reader: ContentReader): string {
  return reader
    .list(element.elements)
    .map((each) => inlineElement(reader.fields(each), reader))
    .join("");
}

const INLINE_TYPES: ReadonlySet<string> = new Set([
  ...["text", "link", "emoji", "user", "usergroup", "channel", "broadcast", "team", "date", "color"],
]);

function inlineElement(element: Fields, reader: ContentReader): string {
  switch (element.type) {
    case "text":
      return styled(reader.text(element.text), element, reader);
    case "link": {
      const url = reader.text(element.url);
      const label = reader.text(element.text);
      return label === "" || label === url ? bareLink(url) : link(styled(label, element, reader), url);
    }
    case "emoji":
      return reader.text(element.name) && `:${reader.text(element.name)}:`;
    case "user":
      return toReference("@", reader.text(element.user_id));
    case "channel":
      return toReference("#", reader.text(element.channel_id));
    case "usergroup":
      return toReference("&", reader.text(element.usergroup_id));
    case "broadcast":
      return `@${reader.text(element.range) || "channel"}`;
    case "team":
      return "@team";
    case "date":
      return escapeText(reader.text(element.fallback) || (formatTimestamp(Number(element.timestamp)) ?? ""));
    case "color":
      return reader.text(element.value);
    default:
      return unknown(element, reader);
  }
}

/** In code, nothing is formatted. */
function literal(element: Fields, reader: ContentReader): string {
  const text = reader.text(element.text);
  return text !== ""
    ? text
    : element.type === "text"
      ? ""
      : reader.text(element.url) || inlineElement(element, reader);
}

function bareLink(url: string): string {
  return URL.canParse(url) ? `<${url}>` : escapeText(url);
}

/** Outermost last. Leading and trailing spaces stay outside, as Markdown requires. */
const WRAPPERS: readonly (readonly [style: string, around: string])[] = [
  ["italic", "_"],
  ["bold", "**"],
  ["strike", "~~"],
];

function styled(text: string, element: Fields, reader: ContentReader): string {
  const style = reader.fields(element.style);
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === "") return text;
  let shown = style.code === true ? codeSpan(core) : escapeText(core);
  for (const [name, around] of WRAPPERS) if (style[name] === true) shown = `${around}${shown}${around}`;
  return `${before}${shown}${after}`;
}

/** The texts of an element whose kind is not documented. */
function unknown(element: Fields, reader: ContentReader): string {
  reader.leaveOut("part", reader.text(element.type));
  return collectTexts(element, reader).join(" ");
}
