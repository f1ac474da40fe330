import { htmlToText } from "../google/html-to-text";
import type { MessagePart } from "./schema";

/** More is no text a person wrote or reads. */
const MOST_LETTERS = 200_000;

/** What a message says: its plain text where it has one, else the words of its HTML. */
export function messageText(payload: MessagePart): string {
  const parts = leavesOf(payload).filter(({ filename = "" }) => filename === "");
  const plain = textOf(parts, "text/plain");
  const text = plain.trim() === "" ? htmlToText(textOf(parts, "text/html")) : plain;
  return text.slice(0, MOST_LETTERS);
}

/** Names of the files that came with it. */
export function attachmentNames(payload: MessagePart): readonly string[] {
  return leavesOf(payload).flatMap(({ filename = "" }) => (filename === "" ? [] : [filename]));
}

export function headerOf({ headers = [] }: MessagePart, name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function leavesOf(part: MessagePart): readonly MessagePart[] {
  return part.parts && part.parts.length > 0 ? part.parts.flatMap(leavesOf) : [part];
}

function textOf(parts: readonly MessagePart[], mimeType: string): string {
  return parts
    .filter((part) => part.mimeType?.toLowerCase() === mimeType)
    .map((part) => decode(part).slice(0, MOST_LETTERS))
    .join("\n\n");
}

/** As UTF-8 where it is, else in the charset the part names. */
function decode(part: MessagePart): string {
  const binary = atob((part.body?.data ?? "").replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
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
