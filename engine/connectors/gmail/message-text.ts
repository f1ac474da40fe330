import { ReadItemError } from "../../errors/read-item-error";
import { fromBase64 } from "../shared/parse/from-base64";
import { htmlToText } from "../shared/vendors/google/html-to-text";
import type { MessagePart } from "./schema";

/** Longer texts are not written or read by people. */
const MAX_TEXT_LENGTH = 200_000;
/** HTML also contains presentation and inline pictures. */
const MAX_HTML_LENGTH = 4 * MAX_TEXT_LENGTH;

/** The text of a message: its plain text where it has one, else the text of its HTML. */
export function messageText(payload: MessagePart): string {
  const parts = leavesOf(payload).filter(({ filename = "" }) => filename === "");
  const plain = textOf(parts, "text/plain", MAX_TEXT_LENGTH);
  const text = plain.trim() === "" ? htmlToText(textOf(parts, "text/html", MAX_HTML_LENGTH)) : plain;
  return text.slice(0, MAX_TEXT_LENGTH);
}

/** Names of the attachments. */
export function attachmentNames(payload: MessagePart): readonly string[] {
  return leavesOf(payload).flatMap(({ filename = "" }) => (filename === "" ? [] : [filename]));
}

export function headerOf({ headers = [] }: MessagePart, name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function leavesOf(part: MessagePart): readonly MessagePart[] {
  return part.parts && part.parts.length > 0 ? part.parts.flatMap(leavesOf) : [part];
}

function textOf(parts: readonly MessagePart[], mimeType: string, maxLength: number): string {
  return parts
    .filter((part) => part.mimeType?.toLowerCase() === mimeType)
    .map((part) => decode(part, maxLength).slice(0, maxLength))
    .join("\n\n")
    .slice(0, maxLength);
}

/**
 * Decodes as UTF-8 where valid, else in the charset of the part; only the first `maxLength` characters are decoded.
 * Throws ReadItemError for invalid base64.
 */
function decode(part: MessagePart, maxLength: number): string {
  // A character takes up to four bytes, and three bytes are four characters of base64.
  const data = (part.body?.data ?? "").slice(0, 4 * Math.ceil((4 * maxLength) / 3));
  const bytes = fromBase64(data);
  if (!bytes) throw new ReadItemError("Cannot read the conversation: a part of it is not properly encoded");
  try {
    // As a stream, so that a character that is cut at the end is not an error.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return decoderFor(headerOf(part, "content-type") ?? "").decode(bytes);
  }
}

function decoderFor(contentType: string): TextDecoder {
  try {
    return new TextDecoder(/charset="?([\w-]+)/i.exec(contentType)?.[1] ?? "windows-1252");
  } catch {
    return new TextDecoder("windows-1252");
  }
}
