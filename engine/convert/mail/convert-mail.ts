import type { Address, Email } from "postal-mime";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import type { MessageAttachment } from "../../model/source-document";
import { decodeMailText } from "../../util/mail/decode-mail-text";
import type { MailPart } from "../../util/mail/mail-part";
import { readMailParts } from "../../util/mail/read-mail-parts";
import type { ConvertBytesOptions } from "../convert";
import { decodeText, isText } from "../text/decode-text";
import { chooseBody } from "./choose-body";
import { parseMail } from "./parse-mail";
import { type ReadableMail, writeMail } from "./write-mail";

/**
 * Converts a mail: a block of its headers, its body (as Markdown where it is HTML) with quoted messages marked, and its
 * attachments, each by its own format.
 */
export async function convertMail(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  return writeMail(await readMail(withoutAppleFrame(bytes), options.name), options.convertPart);
}

/** Reads a mail's headers, body and attachments. Throws ReadItemError and SkipItemError as `Convert` does. */
export async function readMail(bytes: Uint8Array, name: string): Promise<ReadableMail> {
  const { headers: mail, root } = await parseMail(bytes);
  if (!mail.from && !mail.subject && !mail.date && !mail.messageId) {
    throw new ReadItemError(`Cannot read mail "${name}": it has no mail headers`);
  }
  const { text, html, attachments } = readMailParts(root, decodePart);
  const body = chooseBody({ text, html });
  if (!isText(body.text)) throw new SkipItemError(`"${name}" is not text`);
  const sentAt = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  return {
    ...{ header: headerBlock(mail), body, attachments: attachments.map(toAttachment) },
    subject: mail.subject,
    author: mail.from && (mail.from.name || mail.from.address),
    sentAt: Number.isNaN(sentAt) ? undefined : sentAt,
  };
}

/** A file of Apple Mail (EMLX) has the length of the mail above it and a list of properties below it. */
function withoutAppleFrame(bytes: Uint8Array): Uint8Array {
  const [line = "", length = ""] =
    /^(\d{1,12})[ \t]*\r?\n/.exec(String.fromCharCode(...bytes.subarray(0, 20))) ?? [];
  return line === "" ? bytes : bytes.subarray(line.length, line.length + Number(length));
}

function decodePart(part: MailPart): string {
  // Text with a few damaged characters is read; what is no text at all is found out for the whole body.
  return decodeMailText(part, (bytes) => decodeText(bytes) ?? new TextDecoder().decode(bytes));
}

function toAttachment(part: MailPart, position: number): MessageAttachment {
  const { mediaType, charset, fileName, bytes } = part;
  const type = charset === undefined ? mediaType : `${mediaType}; charset=${charset}`;
  return { name: fileName ?? nameByType(mediaType, position), mediaType: type, bytes };
}

const NAMES: Readonly<Record<string, string>> = {
  "message/rfc822": "mail.eml",
  "message/global": "mail.eml",
  "text/calendar": "invitation.ics",
  "text/plain": "text.txt",
  "text/html": "text.html",
  "message/delivery-status": "delivery-status.txt",
};

/** A part may have no name. */
function nameByType(mediaType: string, position: number): string {
  return NAMES[mediaType] ?? `part ${position + 1} (${mediaType})`;
}

function headerBlock(mail: Email): string {
  const lines: [string, string | undefined][] = [
    ["From", mail.from && addressText(mail.from)],
    ["To", mail.to?.map(addressText).join(", ")],
    ["Cc", mail.cc?.map(addressText).join(", ")],
    ["Date", mail.date],
    ["Subject", mail.subject],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
}

function addressText(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(addressText).join(", ")}`;
  return address.name ? `${address.name} (${address.address})` : address.address;
}
