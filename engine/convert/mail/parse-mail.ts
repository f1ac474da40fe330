import PostalMime, { decodeWords, type Email } from "postal-mime";
import type { MailPart } from "../../util/mail/mail-part";

export interface ParsedMail {
  readonly headers: Email;
  readonly root: MailPart;
}

/** Parses a mail to its headers and its tree of parts, with forwarded mails as parts. */
export async function parseMail(bytes: Uint8Array): Promise<ParsedMail> {
  const parser = new PostalMime({ forceRfc822Attachments: true });
  const headers = await parser.parse(bytes.slice());
  // The tree is not in the declared result, which joins all texts; the version of the package is pinned.
  const { root } = parser as unknown as { readonly root: MimeNode };
  return { headers, root: toPart(root) };
}

/** The fields of a node of postal-mime's tree that are read here. */
interface MimeNode {
  readonly contentType: { readonly parsed: StructuredHeader };
  readonly contentDisposition: { readonly parsed: StructuredHeader };
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly MimeNode[];
}

interface StructuredHeader {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

function toPart(node: MimeNode): MailPart {
  const { value, params } = node.contentType.parsed;
  const declared = value.trim().toLowerCase() || "text/plain";
  const hasParts = node.childNodes.length > 0;
  // A container that names no boundary has only text.
  const mediaType = declared.startsWith("multipart/") && !hasParts ? "text/plain" : declared;
  const disposition = node.contentDisposition.parsed;
  const fileName = disposition.params.filename || params.name;
  return {
    mediaType,
    charset: params.charset,
    ...(params.format?.toLowerCase() === "flowed" && {
      flowed: { deletesSpace: params.delsp?.toLowerCase() === "yes" },
    }),
    fileName: fileName ? decodeWords(fileName).replace(/\s+/g, " ").trim() || undefined : undefined,
    isAttachment: disposition.value.toLowerCase() === "attachment",
    bytes: hasParts || !node.content ? new Uint8Array() : new Uint8Array(node.content),
    parts: node.childNodes.map(toPart),
  };
}
