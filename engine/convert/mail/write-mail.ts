import type { ConvertedText, DocumentPart, TextFormat } from "../../model/document";
import type { MessageAttachment } from "../../model/source-document";
import { escapeMisread } from "../../util/escape-misread";
import type { ConvertPart } from "../convert";
import type { MailBody } from "./choose-body";
import { type AttachmentText, convertAttachments } from "./convert-attachments";
import { splitQuotes } from "./quotes/split-quotes";
import { writeStretches } from "./quotes/write-stretches";

/** A mail whose parts are read, of any container. */
export interface ReadableMail {
  /** The lines "From: …" that the text begins with. */
  readonly header: string;
  readonly body: MailBody;
  readonly attachments: readonly MessageAttachment[];
  readonly subject?: string | undefined;
  readonly author?: string | undefined;
  /** Milliseconds since the epoch. */
  readonly sentAt?: number | undefined;
}

/**
 * Writes a mail as one text: header, body with quoted messages marked, and every attachment below a heading of its own.
 * It has parts where it holds the words of more than one writer.
 */
export async function writeMail(mail: ReadableMail, convertPart: ConvertPart): Promise<ConvertedText> {
  const { header, body, attachments, subject, author, sentAt } = mail;
  const { texts, note } = await convertAttachments(attachments, convertPart);
  const writer = { ...(author && { author }), ...(sentAt !== undefined && { sentAt }) };
  const format: TextFormat = texts.length > 0 ? "markdown" : body.format;
  const typed = format === "markdown" ? escapeMisread : (plain: string) => plain;
  const bodyText = body.format === "plain" ? typed(body.text) : body.text;
  const pieces = [
    { text: typed(header), parts: [] },
    writeStretches(splitQuotes(bodyText), writer),
    { text: namesOf(attachments), parts: [] },
    ...texts,
  ];
  const { text, parts } = joinPieces(pieces, writer);
  return {
    ...{ text, format },
    ...(subject && { title: subject }),
    ...(author && { author }),
    ...(parts.length > 0 && { parts }),
    ...(note !== undefined && { note }),
  };
}

function namesOf(attachments: readonly MessageAttachment[]): string {
  return attachments.length > 0 ? `Attachments: ${attachments.map(({ name }) => name).join(", ")}` : "";
}

/** Joins pieces by blank lines. What no piece says the writer of is the mail's own. */
export function joinPieces(
  pieces: readonly AttachmentText[],
  writer: Pick<DocumentPart, "author" | "sentAt" | "url">,
): AttachmentText {
  const hasOthers = pieces.some(({ parts }) => parts.length > 0);
  const parts: DocumentPart[] = [];
  let text = "";
  for (const piece of pieces) {
    if (piece.text === "") continue;
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += piece.text;
    const own = piece.parts.length > 0 ? piece.parts : [{ start: 0, end: piece.text.length, ...writer }];
    if (hasOthers)
      parts.push(...own.map((part) => ({ ...part, start: part.start + start, end: part.end + start })));
  }
  return { text, parts: mergeNeighbours(parts) };
}

/** Parts one after the other by the same writer are one. */
function mergeNeighbours(parts: readonly DocumentPart[]): readonly DocumentPart[] {
  const merged: DocumentPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    const isSame = last?.author === part.author && last?.sentAt === part.sentAt && last?.url === part.url;
    if (last && isSame) merged[merged.length - 1] = { ...last, end: part.end };
    else merged.push(part);
  }
  return merged;
}
