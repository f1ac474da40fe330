import { link } from "../../shared/text/write-markdown";
import { formatTimestamp } from "../messages/time";
import { toReference } from "./references";

/**
 * Converts Slack's mrkdwn to Markdown: links, mentions (as marks), bold, strikethrough, code and lists. Emoji codes stay
 * as they are. See https://docs.slack.dev/messaging/formatting-message-text.
 */
export function mrkdwnToMarkdown(mrkdwn: string): string {
  return mrkdwn
    .split(CODE)
    .map((part, at) => (at % 2 === 1 ? toCode(part) : toProse(part)))
    .join("");
}

/** Fenced or inline code; split() puts it at the odd indices. */
const CODE = /(```[\s\S]+?```|`[^`\n]+`)/;

/** In code, only Slack's escapes and links are interpreted. */
function toCode(code: string): string {
  const text = decode(code.replace(/<([^>|]+)(?:\|([^>]*))?>/g, (_, target, label) => label ?? target));
  if (!text.startsWith("```")) return text;
  return `\n\`\`\`\n${text.slice(3, -3).replace(/^\n|\n$/g, "")}\n\`\`\`\n`;
}

function toProse(text: string): string {
  return text
    .split(/(<[^<>\n]+>)/)
    .map((part, at) => (at % 2 === 1 ? toLink(part.slice(1, -1)) : toStyled(part)))
    .join("");
}

/** Converts a reference in angle brackets: a link, a mention, a channel, a date. */
function toLink(reference: string): string {
  const [target = "", label] = reference.split("|", 2);
  if (target.startsWith("@")) return label ? `@${label}` : toReference("@", target.slice(1));
  if (target.startsWith("#")) return label ? `#${label}` : toReference("#", target.slice(1));
  if (target.startsWith("!")) return toBroadcast(target.slice(1), label);
  const url = decode(target);
  if (url.startsWith("mailto:")) return label ? plain(label) : url.slice("mailto:".length);
  if (!label || decode(label) === url) return `<${url}>`;
  return link(plain(label).replace(/([[\]])/g, "\\$1"), url);
}

/** `!here`, `!subteam^S1|@name`, `!date^1392734382^{date}|Feb 18, 2014`. */
function toBroadcast(target: string, label: string | undefined): string {
  const [kind = "", id = ""] = target.split("^");
  if (label) return plain(label);
  if (kind === "subteam") return toReference("&", id);
  if (kind === "date") return formatTimestamp(Number(id)) ?? "";
  return `@${kind}`;
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

/** Decodes the text, and escapes what would start a tag in Markdown. */
function plain(text: string): string {
  return decode(text.replace(/&lt;(?=[a-z/!?])/gi, "\\&lt;"));
}

/** Slack escapes three characters in every text that is no rich text. */
export function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
