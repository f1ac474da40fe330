import type { ConvertedText, DocumentPart } from "../../model/document";
import type { ThreadMessage } from "../../model/source-document";
import { normaliseLineEnds } from "./decode-text";

/** Joins the messages of a thread, each a part with its own author, time and permalink. */
export function convertThread(messages: readonly ThreadMessage[]): ConvertedText {
  const parts: DocumentPart[] = [];
  let text = "";
  for (const message of messages) {
    const body = normaliseLineEnds(message.text).trim();
    if (body === "") continue;
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += `**${message.author}**:\n\n${body}`;
    const { author, sentAt, url } = message;
    parts.push({ start, end: text.length, author, sentAt, ...(url && { url }) });
  }
  return { text, format: "markdown", parts };
}
