import { hasCode } from "../../errors/error-code";
import type { ConvertedText, DocumentPart } from "../../model/document";
import type { MessageAttachment } from "../../model/source-document";
import { decodeMailText } from "../../util/mail/decode-mail-text";
import type { ConvertPart, DocumentWithin } from "../convert";
import { isImage } from "../detect/detect-kind";
import { decodeText } from "../text/decode-text";

export interface AttachmentText {
  /** A heading with the name, and below it the text. */
  readonly text: string;
  /** Of the text, where the attachment has writers of its own. */
  readonly parts: readonly DocumentPart[];
}

export interface ConvertedAttachments {
  readonly texts: readonly AttachmentText[];
  /** In words, what of the attachments is not in the texts. */
  readonly note?: string;
}

/** Converts the attachments of a message, each by its own format; one that cannot be read is named in the note. */
export async function convertAttachments(
  attachments: readonly MessageAttachment[],
  convertPart: ConvertPart,
): Promise<ConvertedAttachments> {
  const texts: AttachmentText[] = [];
  const notes: string[] = [];
  // An invitation is in a mail twice: as a form of its body and as a file.
  const seen = new Set<string>();
  let pictures = 0;
  for (const attachment of attachments) {
    const result = await convertAttachment(attachment, convertPart);
    if (result === "picture") pictures++;
    if (typeof result === "string") continue;
    notes.push(...noteOf(attachment, result));
    if ("reason" in result || seen.has(result.text)) continue;
    seen.add(result.text);
    texts.push(writeAttachment(attachment, result));
  }
  if (pictures > 0)
    notes.unshift(pictures === 1 ? "1 picture is not read" : `${pictures} pictures are not read`);
  return { texts, ...(notes.length > 0 && { note: notes.join("; ") }) };
}

type Attached = ConvertedText | { readonly reason: string };

function noteOf({ name }: MessageAttachment, result: Attached): readonly string[] {
  if ("reason" in result) return [`attachment "${name}" ${result.reason}`];
  return result.note === undefined ? [] : [`attachment "${name}": ${result.note}`];
}

async function convertAttachment(
  { name, mediaType, bytes, reason = "was not fetched" }: MessageAttachment,
  convertPart: ConvertPart,
): Promise<Attached | "picture" | "signature"> {
  const type = mediaType === undefined ? {} : { mediaType };
  if (isImage({ kind: "bytes", bytes: bytes ?? new Uint8Array(), ...type }, name)) return "picture";
  if (!bytes) return { reason };
  if (SIGNATURE.test(mediaType ?? "")) return "signature";
  if (ENCRYPTED.test(mediaType ?? "") || startsEncrypted(bytes)) return { reason: "is encrypted" };
  if (bytes.length === 0) return { reason: "is empty" };
  try {
    return await convertPart({ name, ...inUtf8(bytes, mediaType) });
  } catch (error) {
    if (!hasCode(error, "skip-item") && !hasCode(error, "read-item")) throw error;
    return { reason: reasonOf(error, name) };
  }
}

/** Proves who sent a message, and says nothing to its reader. */
const SIGNATURE = /^application\/(?:pgp-signature|(?:x-)?pkcs7-signature)/i;
const ENCRYPTED = /^application\/(?:pgp-encrypted|(?:x-)?pkcs7-mime)/i;

function startsEncrypted(bytes: Uint8Array): boolean {
  return /^\s*-----BEGIN PGP MESSAGE-----/.test(String.fromCharCode(...bytes.subarray(0, 64)));
}

/** The charset that a text declares counts for more than its bytes: ISO-2022-JP is valid UTF-8 as well. */
function inUtf8(bytes: Uint8Array, mediaType = ""): Pick<DocumentWithin, "bytes" | "mediaType"> {
  const [, type = "", charset] = /^(text\/[^;\s]+).*?charset="?([^\s";]+)/i.exec(mediaType) ?? [];
  if (charset === undefined) return { bytes, ...(mediaType !== "" && { mediaType }) };
  const text = decodeMailText({ bytes, charset }, (unknown) => decodeText(unknown) ?? "");
  // What is no text under its own charset is left to the converter to refuse.
  if (text === "") return { bytes, mediaType: type };
  return { bytes: new TextEncoder().encode(text), mediaType: `${type}; charset=utf-8` };
}

/** `"plan.dwg" is a drawing` says the name already. */
function reasonOf(error: unknown, name: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const rest = message.startsWith(`"${name}" `) ? message.slice(name.length + 3) : message;
  return rest === message ? `is not read: ${message}` : rest;
}

function writeAttachment({ name }: MessageAttachment, converted: ConvertedText): AttachmentText {
  const { title, author, parts = [], format } = converted;
  const text = converted.text.trimEnd();
  const heading = `## Attachment: ${name}${title && title !== name ? ` (${title})` : ""}\n\n`;
  const body = format === "code" ? fence(text) : text;
  const written = heading + body;
  const offset = written.length - body.length + body.indexOf(text);
  const within = (at: number) => Math.min(at + offset, written.length);
  const own = parts.map((part) => ({ ...part, start: within(part.start), end: within(part.end) }));
  const [first] = own;
  if (first) return { text: written, parts: [{ ...first, start: 0 }, ...own.slice(1)] };
  return { text: written, parts: author === undefined ? [] : [{ start: 0, end: written.length, author }] };
}

function fence(code: string): string {
  const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return `${mark}\n${code}\n${mark}`;
}
