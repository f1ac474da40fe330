import { link } from "../../shared/text/write-markdown";

/** Names of the ids in a message. */
export interface MentionNames {
  user(id: string): string;
  channel(id: string): string | undefined;
}

/**
 * Converts Slack's mrkdwn to Markdown: links, mentions, bold, strikethrough, code and lists. Emoji codes stay as they
 * are. See https://docs.slack.dev/messaging/formatting-message-text.
 */
export function toMarkdown(mrkdwn: string, names: MentionNames): string {
  return mrkdwn
    .split(CODE)
    .map((part, at) => (at % 2 === 1 ? toCode(part) : toProse(part, names)))
    .join("");
}

/** Ids of the users that a text mentions. */
export function mentionedUsers(mrkdwn: string): readonly string[] {
  return [...mrkdwn.matchAll(/<@([A-Z0-9]+)/g)].flatMap(([, id]) => id ?? []);
}

/** Fenced or inline code; split() puts it at the odd indices. */
const CODE = /(```[\s\S]+?```|`[^`\n]+`)/;

/** In code, only Slack's escapes and links are interpreted. */
function toCode(code: string): string {
  const text = decode(code.replace(/<([^>|]+)(?:\|([^>]*))?>/g, (_, target, label) => label ?? target));
  if (!text.startsWith("```")) return text;
  return `\n\`\`\`\n${text.slice(3, -3).replace(/^\n|\n$/g, "")}\n\`\`\`\n`;
}

function toProse(text: string, names: MentionNames): string {
  return text
    .split(/(<[^<>\n]+>)/)
    .map((part, at) => (at % 2 === 1 ? toReference(part.slice(1, -1), names) : toStyled(part)))
    .join("");
}

/** Converts a reference in angle brackets: a link, a mention, a channel, a date. */
function toReference(reference: string, names: MentionNames): string {
  const [target = "", label] = reference.split("|", 2);
  if (target.startsWith("@")) return `@${label || names.user(target.slice(1))}`;
  if (target.startsWith("#")) return `#${label || (names.channel(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith("!")) return label ? plain(label) : `@${target.slice(1).split("^", 1)[0]}`;
  const url = decode(target);
  if (url.startsWith("mailto:")) return label ? plain(label) : url.slice("mailto:".length);
  if (!label || decode(label) === url) return `<${url}>`;
  return link(plain(label).replace(/([[\]])/g, "\\$1"), url);
}

function toStyled(text: string): string {
  const quoted = text.replace(/^&gt;(?:&gt;)*\s?/gm, "> ").replace(/^([ \t]*)[•◦▪]\s*/gm, "$1- ");
  return plain(quoted.replace(style("\\*"), "$1**$2**").replace(style("~"), "$1~~$2~~"));
}

/** A mark is formatting only at word boundaries, within one line. */
function style(mark: string): RegExp {
  return new RegExp(
    `(^|[\\s(\\[{"'_*~>])${mark}(\\S|\\S[^\\n]*?\\S)${mark}(?=$|[\\s)\\]}"'_*~.,:;!?<])`,
    "gm",
  );
}

/** Decodes the text and escapes what would start a tag in Markdown. */
function plain(text: string): string {
  return decode(text.replace(/&lt;(?=[a-z/!?])/gi, "\\&lt;"));
}

function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
