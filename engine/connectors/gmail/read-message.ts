import { decodeWords } from "postal-mime";
import { ReadItemError } from "../../errors/read-item-error";
import type { MessageAttachment, ThreadMessage } from "../../model/source-document";
import { decodeMailText } from "../../util/mail/decode-mail-text";
import type { MailPart } from "../../util/mail/mail-part";
import { readMailParts } from "../../util/mail/read-mail-parts";
import { fromBase64 } from "../shared/parse/from-base64";
import type { FetchedFile } from "./fetch-attachments";
import { headerOf } from "./header-of";
import type { MessagePart } from "./schema";

export interface ReadMessage extends Pick<ThreadMessage, "text" | "html" | "attachments"> {
  readonly text: string;
  /** In words, what of the text was left out. */
  readonly note?: string;
}

/** Longer texts are not written or read by people. */
const MAX_TEXT_LENGTH = 200_000;
/** HTML also contains presentation and inline pictures. */
const MAX_HTML_LENGTH = 4 * MAX_TEXT_LENGTH;

/** Reads the body of a message in its forms, and its attachments with what was fetched of them. */
export function readMessage(payload: MessagePart, files: ReadonlyMap<string, FetchedFile>): ReadMessage {
  const reading: Reading = { files, reasons: new Map(), isCut: false };
  const decode = (part: MailPart) => {
    const text = decodeMailText(part, guessText);
    const max = maxLength(part.mediaType);
    if (text.length > max) reading.isCut = true;
    return text.slice(0, max);
  };
  const { text, html, attachments } = readMailParts(toPart(payload, reading), decode);
  const named = attachments.map((part) => toAttachment(part, reading.reasons.get(part)));
  return {
    text,
    ...(html !== "" && { html }),
    ...(named.length > 0 && { attachments: named }),
    ...(reading.isCut && {
      note: "Of a message, only the beginning is read: it is longer than 200,000 characters",
    }),
  };
}

/** What is found out while a message is read. */
interface Reading {
  readonly files: ReadonlyMap<string, FetchedFile>;
  /** Why parts have no bytes. */
  readonly reasons: Map<MailPart, string>;
  /** Whether a text was too long. */
  isCut: boolean;
}

function toPart(part: MessagePart, reading: Reading): MailPart {
  const mediaType = (part.mimeType ?? "text/plain").trim().toLowerCase() || "text/plain";
  const parts = part.parts ?? [];
  const isMail = mediaType.startsWith("message/");
  if (parts.length > 0 && !isMail) {
    const inside = parts.map((child) => toPart(child, reading));
    return { mediaType, isAttachment: false, bytes: new Uint8Array(), parts: inside };
  }
  const contentType = headerOf(part, "content-type") ?? "";
  const { bytes, reason } = isMail && !hasContent(part) ? composeMail(part) : readBytes(part, reading);
  const name = decodeWords(part.filename ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const leaf: MailPart = {
    mediaType,
    charset: parameterOf(contentType, "charset"),
    ...(parameterOf(contentType, "format")?.toLowerCase() === "flowed" && {
      flowed: { deletesSpace: parameterOf(contentType, "delsp")?.toLowerCase() === "yes" },
    }),
    fileName: name || (reason === undefined ? undefined : nameByType(mediaType)),
    isAttachment: reason !== undefined || /^\s*attachment/i.test(headerOf(part, "content-disposition") ?? ""),
    bytes,
    parts: [],
  };
  if (reason !== undefined) reading.reasons.set(leaf, reason);
  return leaf;
}

function parameterOf(contentType: string, name: string): string | undefined {
  return new RegExp(`;\\s*${name}\\s*=\\s*"?([^";\\s]+)`, "i").exec(contentType)?.[1];
}

function hasContent({ body }: MessagePart): boolean {
  return Boolean(body?.data) || Boolean(body?.attachmentId);
}

interface PartBytes {
  readonly bytes: Uint8Array;
  readonly reason?: string | undefined;
}

function readBytes(part: MessagePart, reading: Reading): PartBytes {
  const { data, attachmentId } = part.body ?? {};
  if (data) return { bytes: decodeData(data, part, reading) };
  if (!attachmentId) return { bytes: new Uint8Array() };
  const file = reading.files.get(attachmentId) ?? { reason: "was not fetched" };
  return "reason" in file
    ? { bytes: new Uint8Array(), reason: file.reason }
    : { bytes: decodeData(file.data, part, reading) };
}

/** Of a text, only what is read is decoded. Throws ReadItemError for invalid base64. */
function decodeData(data: string, { mimeType, filename }: MessagePart, reading: Reading): Uint8Array {
  const type = (mimeType ?? "text/plain").toLowerCase();
  // A character takes up to four bytes, and three bytes are four characters of base64.
  const max = !filename && type.startsWith("text/") ? 4 * Math.ceil((4 * maxLength(type)) / 3) : data.length;
  const bytes = fromBase64(data.slice(0, max));
  if (!bytes) throw new ReadItemError("Cannot read the conversation: a part of it is not properly encoded");
  if (data.length <= max) return bytes;
  reading.isCut = true;
  return withoutCutCharacter(bytes);
}

function maxLength(mediaType: string): number {
  return mediaType === "text/html" ? MAX_HTML_LENGTH : MAX_TEXT_LENGTH;
}

/** Without the bytes of a character that may go on behind the end. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > bytes.length - 4 && (bytes[end - 1] ?? 0) >= 0x80) end--;
  return bytes.subarray(0, end);
}

/** Gmail gives an attached mail by its parts where it has no file of it. */
function composeMail(part: MessagePart): PartBytes {
  const [message] = part.parts ?? [];
  if (!message) return { bytes: new Uint8Array() };
  const { text, html } = readMessage(message, new Map());
  const headers = (message.headers ?? []).filter(({ name }) => /^(?:from|to|cc|date|subject)$/i.test(name));
  const lines = headers.map(({ name, value }) => `${name}: ${value.replace(/\s*\r?\n\s*/g, " ")}`);
  const type = `Content-Type: text/${html === undefined ? "plain" : "html"}; charset=utf-8`;
  return { bytes: new TextEncoder().encode([...lines, type, "", html ?? text].join("\r\n")) };
}

function toAttachment(part: MailPart, reason: string | undefined): MessageAttachment {
  const { mediaType, charset, bytes, fileName } = part;
  return {
    name: fileName ?? nameByType(mediaType),
    mediaType: charset === undefined ? mediaType : `${mediaType}; charset=${charset}`,
    ...(reason === undefined ? { bytes } : { reason }),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  "message/rfc822": "mail.eml",
  "text/calendar": "invitation.ics",
  "text/plain": "text.txt",
  "text/html": "text.html",
};

/** A part may have no name. */
function nameByType(mediaType: string): string {
  return NAMES[mediaType] ?? `a part of the type ${mediaType}`;
}

function guessText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
