/**
 * Slack's mrkdwn as Markdown: links, mentions, bold, strikethrough. See
 * https://docs.slack.dev/messaging/formatting-message-text. Code keeps its marks.
 */
export function slackText(mrkdwn: string, names: ReadonlyMap<string, string>): string {
  return mrkdwn
    .split(/(```[\s\S]+?```|`[^`\n]+`)/)
    .map((part, at) => (at % 2 === 1 ? code(part) : prose(part, names)))
    .join("");
}

function code(part: string): string {
  const plain = decode(part.replace(/<([^>|]+)(?:\|([^>]*))?>/g, (_, target, label) => label ?? target));
  return plain.startsWith("```")
    ? `\n\`\`\`\n${plain.slice(3, -3).replace(/^\n|\n$/g, "")}\n\`\`\`\n`
    : plain;
}

function prose(part: string, names: ReadonlyMap<string, string>): string {
  return part
    .split(/(<[^<>\n]+>)/)
    .map((piece, at) => (at % 2 === 1 ? reference(piece.slice(1, -1), names) : styled(piece)))
    .join("");
}

function reference(written: string, names: ReadonlyMap<string, string>): string {
  const [target = "", label = ""] = written.split("|", 2);
  if (target.startsWith("@")) return `@${label || (names.get(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith("#")) return `#${label || (names.get(target.slice(1)) ?? target.slice(1))}`;
  if (target.startsWith("!")) return label ? decode(label) : `@${target.slice(1).split("^", 1)[0]}`;
  const url = decode(target);
  if (url.startsWith("mailto:")) return label ? decode(label) : url.slice("mailto:".length);
  return label && decode(label) !== url
    ? `[${decode(label).replace(/([[\]])/g, "\\$1")}](${url})`
    : `<${url}>`;
}

function styled(part: string): string {
  const quoted = part.replace(/^&gt;(?:&gt;)*\s?/gm, "> ").replace(/^([ \t]*)[•◦▪]\s*/gm, "$1- ");
  const bold = quoted.replace(/(^|[\s(["'_~])\*(\S|\S[^*\n]*\S)\*(?=$|[\s)\]"'_~.,:;!?])/gm, "$1**$2**");
  const struck = bold.replace(/(^|[\s(["'_*])~(\S|\S[^~\n]*\S)~(?=$|[\s)\]"'_*.,:;!?])/gm, "$1~~$2~~");
  return decode(struck.replace(/&lt;(?=[a-z/!?])/gi, "\\&lt;"));
}

function decode(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
