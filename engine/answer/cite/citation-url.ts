import type { Document } from "../../model/document";
import { textFragment } from "./text-fragment";

export interface CitedRange {
  readonly document: Document;
  readonly start: number;
  readonly end: number;
  /** From 1, for documents with pages. */
  readonly page?: number;
}

/**
 * The address that a citation opens: the permalink of its message; the page of a PDF on the web; the words on a web
 * page; otherwise Atlas's own reader at `readerUrl`, scrolled to the stretch.
 */
export function citationUrl({ document, start, end, page }: CitedRange, readerUrl: string): string {
  const part = document.parts?.find((candidate) => candidate.start <= start && end <= candidate.end);
  if (part?.url) return part.url;
  if (!/^https?:/i.test(document.url)) return toReaderUrl({ document, start, end }, readerUrl);
  if (hasOnlyTitle(document)) return document.url;
  const [address = "", fragment = ""] = splitAtFirst(document.url, "#");
  if (page !== undefined) return `${address}#page=${page}`;
  const directive = textFragment(document, start, end);
  if (!directive) return document.url;
  const [kept = ""] = splitAtFirst(fragment, ":~:");
  return `${address}#${kept}:~:${directive}`;
}

/** The address of Atlas's own reader that shows the stretch of a document without a web address. */
export function toReaderUrl({ document, start, end }: CitedRange, readerUrl: string): string {
  const { sourceId, itemId } = document;
  const item = `source=${encodeURIComponent(sourceId)}&item=${encodeURIComponent(itemId)}`;
  return `${readerUrl}?${item}#${start}-${end}`;
}

/** A bookmark or visit whose page was never read: its text is not on the page. */
function hasOnlyTitle({ type, text, title, url }: Document): boolean {
  if (type !== "bookmark" && type !== "visit") return false;
  return !/[\p{L}\p{N}]/u.test(text.replace(title, "").replace(url, ""));
}

function splitAtFirst(text: string, separator: string): readonly string[] {
  const position = text.indexOf(separator);
  return position < 0 ? [text] : [text.slice(0, position), text.slice(position + separator.length)];
}
