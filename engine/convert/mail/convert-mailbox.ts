import { AtlasError } from "../../errors/atlas-error";
import { ReadItemError } from "../../errors/read-item-error";
import type { ConvertedText, DocumentPart } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { pause } from "../pause";
import { readMail } from "./convert-mail";
import { splitMailbox } from "./split-mailbox";
import { writeMail } from "./write-mail";

/** After so many bytes other work gets its turn. */
const BYTES_PER_TURN = 128 * 1024;
const MAX_NOTES = 10;

/** Converts a mailbox: its mails one after the other, each below its subject and a part of its own. */
export async function convertMailbox(
  bytes: Uint8Array,
  options: ConvertBytesOptions,
): Promise<ConvertedText> {
  const { name, convertPart, signal } = options;
  const mailbox: Mailbox = { texts: [], parts: [], notes: [], length: 0 };
  let mails = 0;
  let unread = 0;
  let deleted = 0;
  let turn = 0;
  for (const mail of splitMailbox(bytes)) {
    mails++;
    if (isDeleted(mail)) {
      deleted++;
      continue;
    }
    turn += mail.length;
    if (turn >= BYTES_PER_TURN) {
      turn = 0;
      await pause(signal);
    }
    try {
      const readable = await readMail(mail, `mail ${mails} of ${name}`);
      append(mailbox, { ...(await writeMail(readable, convertPart)), sentAt: readable.sentAt });
    } catch (error) {
      signal?.throwIfAborted();
      unread++;
      mailbox.notes.push(error instanceof AtlasError ? error.message : `mail ${mails} is damaged`);
    }
  }
  if (unread === mails - deleted)
    throw new ReadItemError(`Cannot read mailbox "${name}": it has no mail in it`);
  const counted = [
    ...(unread > 0 ? [`${unread} of ${mails} mails are not read`] : []),
    ...(deleted > 0
      ? [deleted === 1 ? "1 deleted mail is left out" : `${deleted} deleted mails are left out`]
      : []),
  ];
  return {
    ...{ text: mailbox.texts.join(SEPARATOR), format: "markdown", parts: mailbox.parts },
    ...noteOf(counted, mailbox.notes),
  };
}

interface Mailbox {
  readonly texts: string[];
  readonly parts: DocumentPart[];
  readonly notes: string[];
  length: number;
}

const SEPARATOR = "\n\n";

function append(mailbox: Mailbox, mail: ConvertedText & { readonly sentAt: number | undefined }): void {
  const { title = "(No subject)", author, sentAt, parts = [], note } = mail;
  const heading = `# ${title.replace(/\s+/g, " ")}\n\n`;
  const text = heading + mail.text;
  const start = mailbox.length + (mailbox.texts.length > 0 ? SEPARATOR.length : 0);
  const [first, ...others] = parts;
  const own = { ...(author !== undefined && { author }), ...(sentAt !== undefined && { sentAt }) };
  const offset = start + heading.length;
  const end = first ? first.end + offset : start + text.length;
  mailbox.parts.push(
    { ...(first ?? own), start, end },
    ...others.map((part) => ({ ...part, start: part.start + offset, end: part.end + offset })),
  );
  mailbox.texts.push(text);
  mailbox.length = start + text.length;
  if (note !== undefined) mailbox.notes.push(`"${title}": ${note}`);
}

/** Thunderbird marks a deleted mail (bit 3 of its status) and removes it from the file later. */
function isDeleted(mail: Uint8Array): boolean {
  const head = String.fromCharCode(...mail.subarray(0, 1024));
  const status = /^X-Mozilla-Status: ([\da-f]{4})\r?$/im.exec(head.split(/\r?\n\r?\n/, 1)[0] ?? "")?.[1];
  return status !== undefined && (Number.parseInt(status, 16) & 8) !== 0;
}

function noteOf(counted: readonly string[], notes: readonly string[]): { readonly note?: string } {
  const more = notes.length > MAX_NOTES ? [`${notes.length - MAX_NOTES} more such notes`] : [];
  const all = [...counted, ...notes.slice(0, MAX_NOTES), ...more];
  return all.length > 0 ? { note: all.join("; ") } : {};
}
