import type { RichTextBlock, RichTextElement } from "@slack/types";

const PART = /(<[@#!][^>]+>|\*[^*\n]+\*|&amp;|&lt;|&gt;)/;
const ESCAPED: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };

/** The block that Slack makes of what a person types, beside the message's text. */
export function toRichText(mrkdwn: string): RichTextBlock {
  const elements = mrkdwn
    .split(PART)
    .filter((part) => part !== "")
    .map(toElement);
  return { type: "rich_text", block_id: "b1", elements: [{ type: "rich_text_section", elements }] };
}

function toElement(part: string): RichTextElement {
  const id = part.slice(2, -1);
  if (part.startsWith("<@")) return { type: "user", user_id: id };
  if (part.startsWith("<#")) return { type: "channel", channel_id: id };
  if (part.startsWith("<!subteam^")) return { type: "usergroup", usergroup_id: id.slice("subteam^".length) };
  if (part.startsWith("<!")) return { type: "broadcast", range: "here" };
  if (/^\*.+\*$/.test(part)) return { type: "text", text: part.slice(1, -1), style: { bold: true } };
  return { type: "text", text: ESCAPED[part] ?? part };
}
