import type { ConvertedText } from "../../model/document";
import { toPlainText } from "../../util/to-plain-text";
import { unwrapHtmlBlocks } from "./unwrap-html-blocks";

/** Markdown stays as it is, with its front matter; blocks of HTML in it become Markdown. The title is read from it. */
export function convertMarkdown(written: string): ConvertedText {
  const text = unwrapHtmlBlocks(written);
  const front = readFrontMatter(text);
  const title = front.get("title") ?? firstHeading(text);
  const author = front.get("author");
  return { text, format: "markdown", ...(title && { title }), ...(author && { author }) };
}

/** The plain `key: value` lines of YAML or TOML front matter; nested values are ignored. */
function readFrontMatter(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const fence = text.startsWith("---\n") ? "---" : text.startsWith("+++\n") ? "+++" : undefined;
  if (!fence) return values;
  const end = text.indexOf(`\n${fence}`, fence.length);
  if (end < 0) return values;
  for (const line of text.slice(fence.length + 1, end).split("\n")) {
    const match = /^(\w+)\s*[:=]\s*(\S.*)$/.exec(line);
    if (match?.[1] && match[2]) values.set(match[1].toLowerCase(), unquote(match[2].trim()));
  }
  return values;
}

function unquote(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** A heading below this offset is a section, not the title of the document. */
const MAX_TITLE_OFFSET = 5_000;

function firstHeading(text: string): string | undefined {
  const head = text.slice(0, MAX_TITLE_OFFSET).replace(/^(```|~~~)[\s\S]*?^\1/gm, "");
  const heading =
    /^#[ \t]+(.+?)[ \t#]*$/m.exec(head)?.[1] ??
    /^(\S.*)\n=+[ \t]*$/m.exec(head)?.[1] ??
    /<h1[^>]*>([^<]+)</i.exec(head)?.[1];
  if (heading === undefined) return undefined;
  // As a heading, because "1. Plan" by itself is a list.
  return toPlainText(`# ${heading}`) || /!\[([^\]]+)\]/.exec(heading)?.[1]?.trim() || undefined;
}
