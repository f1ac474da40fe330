import { decompressRTF } from "@kenjiuno/decompressrtf";
import MsgReader, { type FieldsData } from "@kenjiuno/msgreader";
import { ReadItemError } from "../../errors/read-item-error";
import type { ConvertedText } from "../../model/document";
import type { MessageAttachment } from "../../model/source-document";
import type { ConvertBytesOptions, ConvertPart } from "../convert";
import { decodeText } from "../text/decode-text";
import { chooseBody, type MailBody } from "./choose-body";
import { writeMail } from "./write-mail";

/** Converts a mail of Outlook (MSG): sender, recipients, date, body (plain text, HTML or RTF) and attachments. */
export async function convertMsg(
  bytes: Uint8Array,
  { name, convertPart }: ConvertBytesOptions,
): Promise<ConvertedText> {
  const { reader, fields } = open(bytes, name);
  const date = fields.clientSubmitTime ?? fields.messageDeliveryTime ?? fields.creationTime;
  const sentAt = date === undefined ? Number.NaN : Date.parse(date);
  const body = await readBody(fields, convertPart);
  const author = fields.senderName || addressOf(fields);
  return writeMail(
    {
      header: headerBlock(fields, Number.isNaN(sentAt) ? undefined : new Date(sentAt).toISOString()),
      body,
      attachments: (fields.attachments ?? []).map((attachment) => readAttachment(reader, attachment)),
      ...{ subject: fields.subject, author },
      sentAt: Number.isNaN(sentAt) ? undefined : sentAt,
    },
    convertPart,
  );
}

function open(bytes: Uint8Array, name: string): { readonly reader: MsgReader; readonly fields: FieldsData } {
  const first = new MsgReader(bytes.slice().buffer);
  const { error, messageCodepage, internetCodepage } = first.getFileData();
  if (error) throw new ReadItemError(`Cannot read mail "${name}": ${error}`);
  const codePage = messageCodepage ?? internetCodepage;
  const reader = new MsgReader(bytes.slice().buffer);
  // Texts of old files are in a code page, which only the file itself names.
  if (codePage !== undefined && codePage in CODE_PAGES) {
    reader.parserConfig = { ansiEncoding: CODE_PAGES[codePage] ?? "" };
  }
  const fields = reader.getFileData();
  const { subject, senderName, body, attachments = [] } = fields;
  if (!subject && !senderName && !body && attachments.length === 0) {
    throw new ReadItemError(`Cannot read mail "${name}": it has no mail in it`);
  }
  return { reader, fields };
}

/** Code pages of Windows by the names that the parser knows. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  874: "win874",
  65001: "utf8",
  932: "shiftjis",
  936: "gbk",
  949: "cp949",
  950: "big5",
  ...Object.fromEntries([0, 1, 2, 3, 4, 5, 6, 7, 8].map((last) => [1250 + last, `win125${last}`])),
};

async function readBody(fields: FieldsData, convertPart: ConvertPart): Promise<MailBody> {
  const text = fields.body ?? "";
  const html = fields.bodyHtml ?? (fields.html ? decodeHtml(fields.html) : "");
  if (html.trim() !== "" || text.trim() !== "" || !fields.compressedRtf) return chooseBody({ text, html });
  const rtf = Uint8Array.from(decompressRTF([...fields.compressedRtf]));
  return convertPart({ name: "body.rtf", mediaType: "application/rtf", bytes: rtf });
}

function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 2048));
  const declared = /charset=["']?\s*([\w-]+)/i.exec(head)?.[1];
  return decodeText(bytes, declared) ?? "";
}

function headerBlock(fields: FieldsData, date: string | undefined): string {
  const { senderName = "", recipients = [], subject } = fields;
  const named = (kind: string) =>
    recipients
      .filter(({ recipType = "to" }) => recipType === kind)
      .map((recipient) => addressText(recipient.name ?? "", addressOf(recipient)))
      .join(", ");
  const lines: [string, string | undefined][] = [
    ["From", addressText(senderName, addressOf(fields))],
    ["To", named("to")],
    ["Cc", named("cc")],
    ["Date", date],
    ["Subject", subject],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
}

/** Exchange names colleagues by a path; only addresses of the internet say something. */
function addressOf({ smtpAddress, senderSmtpAddress, senderEmail, email }: FieldsData): string {
  return [senderSmtpAddress, smtpAddress, senderEmail, email].find((address) => address?.includes("@")) ?? "";
}

function addressText(name: string, address: string): string {
  if (name === "" || name === address) return address;
  return address === "" ? name : `${name} (${address})`;
}

function readAttachment(reader: MsgReader, attachment: FieldsData): MessageAttachment {
  const { fileName, content } = reader.getAttachment(attachment);
  const named = attachment.fileName ?? attachment.fileNameShort ?? attachment.name ?? fileName;
  const name = attachment.innerMsgContent && !/\.msg$/i.test(named) ? `${named}.msg` : named;
  return { name: name.replace(/\s+/g, " ").trim() || "attachment", bytes: content };
}
