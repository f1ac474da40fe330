import type { MailPart } from "./mail-part";

/** What a mail consists of for its reader. */
export interface MailContent {
  /** The body as plain text; empty where it has none. */
  readonly text: string;
  /** The whole body as HTML, where a part of it is; empty otherwise. */
  readonly html: string;
  /** In order. Pictures that the HTML shows are among them. */
  readonly attachments: readonly MailPart[];
}

/** A stretch of the body, in one or both forms. */
interface BodyPart {
  readonly text?: string;
  readonly html?: string;
}

/** Forms of a text that repeat the other forms for special readers. */
const REPEATED_FORMS = new Set(["text/x-amp-html", "text/watch-html", "text/enriched", "text/richtext"]);

const DRAWING = /^(?:text\/css|(?:text|application)\/(?:x-)?javascript|font\/.*|application\/(?:x-)?font.*)$/;

/** Separates the body of a mail from its attachments; `decode` gives the text of a part. */
export function readMailParts(root: MailPart, decode: (part: MailPart) => string): MailContent {
  const bodies: BodyPart[] = [];
  const attachments: MailPart[] = [];
  collect(root, { bodies, attachments, decode });
  const hasHtml = bodies.some(({ html }) => html !== undefined);
  return {
    text: joinForms(bodies.map(({ text = "" }) => text)),
    html: hasHtml ? joinHtml(bodies.map(({ text = "", html }) => html ?? toHtml(text))) : "",
    attachments,
  };
}

interface Collected {
  readonly bodies: BodyPart[];
  readonly attachments: MailPart[];
  readonly decode: (part: MailPart) => string;
}

function collect(part: MailPart, collected: Collected): void {
  if (part.mediaType === "multipart/alternative") collectAlternative(part, collected);
  else if (part.parts.length > 0) {
    // What a page is drawn with says nothing.
    const isPage = part.mediaType === "multipart/related";
    for (const child of part.parts) if (!isPage || !DRAWING.test(child.mediaType)) collect(child, collected);
  } else collectLeaf(part, collected);
}

function collectLeaf(part: MailPart, { bodies, attachments, decode }: Collected): void {
  if (part.bytes.length === 0 && part.fileName === undefined) return;
  if (!isBody(part, bodies.length > 0)) attachments.push(part);
  else bodies.push(part.mediaType === "text/html" ? { html: decode(part) } : { text: decode(part) });
}

/** The forms are one stretch of the body; what is no text is of its own, such as an invitation. */
function collectAlternative(part: MailPart, { bodies, attachments, decode }: Collected): void {
  const forms: BodyPart[] = [];
  const shown = part.parts.filter(({ mediaType }) => !REPEATED_FORMS.has(mediaType));
  for (const child of shown.length > 0 ? shown : part.parts) {
    // The forms of a text may have names.
    const form = child.isAttachment ? child : { ...child, fileName: undefined };
    collect(form, { bodies: forms, attachments, decode });
  }
  const texts = forms.flatMap(({ text }) => text ?? []);
  const htmls = forms.flatMap(({ html }) => html ?? []);
  if (forms.length === 0) return;
  bodies.push({
    ...(texts.length > 0 && { text: joinForms(texts) }),
    ...(htmls.length > 0 && { html: joinHtml(htmls) }),
  });
}

/** A text with a name is an attachment, unless it is all that the mail has so far. */
function isBody({ mediaType, isAttachment, fileName }: MailPart, hasBody: boolean): boolean {
  if (isAttachment || (mediaType !== "text/plain" && mediaType !== "text/html")) return false;
  return fileName === undefined || !hasBody;
}

function joinForms(forms: readonly string[]): string {
  return forms.filter((form) => form.trim() !== "").join("\n\n");
}

/** One page: root elements inside another page would end it. */
function joinHtml(pages: readonly string[]): string {
  if (pages.length < 2) return pages[0] ?? "";
  return joinForms(
    pages.map((page) => page.replace(/<\/?(?:html|head|body|!doctype)(?=[\s>])[^>]{0,1000}>/gi, "")),
  );
}

function toHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replaceAll("\n", "<br>")}</p>`)
    .join("");
}
