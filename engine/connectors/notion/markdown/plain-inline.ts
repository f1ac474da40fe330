import type { MarkdownContext } from "./markdown-context";
import { type Attributes, idIn, parseAttributes } from "./tags";

/** A tag that is open, with the text since. */
interface OpenTag {
  readonly tag: string;
  readonly attributes: Attributes;
  text: string;
}

// No tag contains another "<", so that unclosed tags are not scanned repeatedly.
const TAG = /(?<!\\)(<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>)/g;
const PARTS = /^<(\/?)([\w-]+)([^<>]*?)(\/?)>$/;
/** Tags without an end. */
const VOID = new Set(["br", "unknown", "mention-date", "date", "col", "empty-block", "custom-block", "img"]);
/** How far the beginning of a tag is looked for. */
const MAX_OPEN = 16;

/** Converts the tags within a line; inline code is left unchanged. */
export function plainInline(text: string, context: MarkdownContext): string {
  return text
    .split(/(`+[^`]+`+)/)
    .map((part, at) => (at % 2 === 1 ? part : convertTags(part, context)))
    .join("");
}

function convertTags(text: string, context: MarkdownContext): string {
  const open: OpenTag[] = [{ tag: "", attributes: {}, text: "" }];
  const append = (words: string) => {
    const last = open.at(-1);
    if (last) last.text += words;
  };
  for (const [at, part] of text.split(TAG).entries()) {
    if (at % 2 === 0) append(plainText(part, context));
    else readTag(part, open, context);
  }
  // A tag that is not closed has no meaning; its words stay.
  return open.map((each) => each.text).join("");
}

function readTag(source: string, open: OpenTag[], context: MarkdownContext): void {
  const [, isEnd, tag = "", attributes = "", isEmpty] = PARTS.exec(source) ?? [];
  const last = open.at(-1);
  if (!last) return;
  if (isEnd) closeTag(tag, open, context);
  else if (isEmpty || VOID.has(tag))
    last.text += toText({ tag, attributes: parseAttributes(attributes), text: "" }, context);
  else open.push({ tag, attributes: parseAttributes(attributes), text: "" });
}

function closeTag(tag: string, open: OpenTag[], context: MarkdownContext): void {
  const at = open.findLastIndex(
    (each, index) => index > 0 && index >= open.length - MAX_OPEN && each.tag === tag,
  );
  const found = open[at];
  const outer = open[at - 1];
  if (!found || !outer) return;
  const inner = open.splice(at).slice(1);
  outer.text += toText({ ...found, text: found.text + inner.map((each) => each.text).join("") }, context);
}

/** What a tag with its content says. */
function toText({ tag, attributes, text }: OpenTag, context: MarkdownContext): string {
  const label = text.trim();
  if (tag.startsWith("mention-") || tag === "mention" || tag === "date")
    return mention(tag, { ...attributes, label }, context);
  if (REFERENCES.has(tag)) return reference(label, attributes.url ?? "", context);
  if (FILES.has(tag))
    return file(tag, label, attributes.src ?? attributes.source ?? attributes.url ?? "", context);
  if (tag === "br") return " ";
  if (tag === "unknown") return unknown(attributes, context);
  if (tag === "external_object_instance")
    return linkTo(label || attributes.integration || "embed", attributes.url ?? "");
  if (tag === "custom-block") {
    context.leaveOut({ kind: "block", name: "custom block" });
    return "";
  }
  return STYLES[tag] && label !== ""
    ? text.replace(label, () => `${STYLES[tag]}${label}${STYLES[tag]}`)
    : text;
}

const STYLES: Readonly<Record<string, string>> = { b: "**", i: "*", s: "~~" };
const REFERENCES = new Set(["page", "database", "data-source", "folder", "link-to-page"]);
const FILES = new Set(["file", "pdf", "audio", "video", "image", "bookmark", "embed", "link-preview"]);

function mention(tag: string, attributes: Attributes, context: MarkdownContext): string {
  const { url = "", label = "" } = attributes;
  if (tag === "date" || tag === "mention-date") return dateText(attributes);
  const isAgent = tag === "mention-agent" || /^\W*agent:/.test(url);
  if (isAgent) return `@${label.replace(/^@/, "") || "agent"}`;
  if (tag !== "mention-user" && !/^\W*user:/.test(url)) return reference(label, url, context);
  return `@${label.replace(/^@/, "") || context.names.user(idIn(url) ?? "") || "someone"}`;
}

function dateText({ start = "", end = "", starttime = "", endtime = "", timezone = "" }: Attributes): string {
  const from = [start, starttime].filter(Boolean).join(" ");
  const to = [end, endtime].filter(Boolean).join(" ");
  return [from, to && `to ${to}`, timezone && `(${timezone})`].filter(Boolean).join(" ");
}

/** A page, a database or a data source, which are documents of their own. */
function reference(label: string, url: string, { names }: MarkdownContext): string {
  return linkTo(label || names.page(idIn(url) ?? "") || "page", url);
}

function linkTo(label: string, url: string): string {
  return /^https?:/.test(url) ? `[${label}](${url.replaceAll("(", "%28").replaceAll(")", "%29")})` : label;
}

/** Addresses of files at Notion expire within an hour; others are links. */
function file(tag: string, label: string, url: string, { leaveOut }: MarkdownContext): string {
  if (/^https?:/.test(url) && !isExpiring(url)) return linkTo(label || url, url);
  if (tag === "bookmark" || tag === "embed" || tag === "link-preview") return label;
  const name = fileName(url);
  leaveOut({ kind: tag === "image" ? "picture" : "file", name: label || name });
  const shown = tag === "image" && label !== "" ? [label] : [label, name === label ? "" : name];
  const words = shown.filter(Boolean).join(", ");
  return words === "" ? "(attachment)" : `(attachment: ${words})`;
}

function isExpiring(url: string): boolean {
  return /[?&](x-amz-|expires|signature)|notion-static|prod-files|\/\/file\.notion\./i.test(url);
}

/** The last part of an address's path. */
export function fileName(url: string): string {
  const name = /^[^?#]*\/([^/?#]+)/.exec(url)?.[1] ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Blocks that have no words of their own. */
const WITHOUT_WORDS = new Set(["breadcrumb", "table_of_contents", "divider"]);

/** A block that Notion does not render; those whose content is known have been replaced (`read-blocks.ts`). */
function unknown({ alt = "", url = "" }: Attributes, { leaveOut }: MarkdownContext): string {
  if (WITHOUT_WORDS.has(alt)) return "";
  leaveOut({ kind: "block", name: alt });
  return alt === "" ? "" : linkTo(alt, url);
}

/** Text outside of tags: pictures, and escapes that Markdown does not need. */
function plainText(text: string, context: MarkdownContext): string {
  return text
    .replace(/!\[([^\]]*)\]\(([^)\s]*)\)/g, (_, label: string, url: string) =>
      file("image", label, url, context),
    )
    .replace(/\\([$^{}|~>])/g, "$1");
}
