import PostalMime, { type Address, type Email } from "postal-mime";
import { ReadItemError } from "../../errors/read-item-error";
import { SkipItemError } from "../../errors/skip-item-error";
import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { fragmentToMarkdown } from "../html/fragment-to-markdown";
import { isText, normaliseLineEnds } from "../text/decode-text";

/** Converts a mail: a block of its headers, its body (as Markdown where it is HTML), the names of its attachments. */
export async function convertMail(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const mail = await PostalMime.parse(bytes.slice());
  if (!mail.from && !mail.subject && !mail.date && !mail.messageId) {
    throw new ReadItemError(`Cannot read mail "${options.name}": it has no mail headers`);
  }
  const body = mail.html ? fragmentToMarkdown(mail.html, undefined) : (mail.text ?? "");
  const text = normaliseLineEnds(
    [headerBlock(mail), body.trim(), attachmentLine(mail)].filter(Boolean).join("\n\n"),
  );
  if (!isText(text)) throw new SkipItemError(`"${options.name}" is not text`);
  const author = mail.from && (mail.from.name || mail.from.address);
  return {
    text,
    format: mail.html ? "markdown" : "plain",
    ...(mail.subject && { title: mail.subject }),
    ...(author && { author }),
  };
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

function attachmentLine(mail: Email): string {
  const names = mail.attachments.flatMap((attachment) => attachment.filename ?? []);
  return names.length > 0 ? `Attachments: ${names.join(", ")}` : "";
}
