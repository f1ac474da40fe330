import { escapeText } from "../../shared/text/write-markdown";
import { type ContentReader, isFields } from "./content-reader";
import { decode, mrkdwnToMarkdown } from "./mrkdwn-to-markdown";

/** A text object (`mrkdwn`, `plain_text`, `raw_text`), or a plain string in its place. */
export function textObject(value: unknown, reader: ContentReader): string {
  if (!isFields(value)) return escapeText(decode(reader.text(value)));
  const text = reader.text(value.text);
  return value.type === "mrkdwn" ? mrkdwnToMarkdown(text) : escapeText(decode(text));
}
