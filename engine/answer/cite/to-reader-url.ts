import type { Document } from "../../model/document";

/** Where Atlas's own reader at `readerUrl` shows the stretch of a document that has no web address. */
export function toReaderUrl(
  range: { readonly document: Document; readonly start: number; readonly end: number },
  readerUrl: string,
): string {
  const { sourceId, itemId } = range.document;
  const item = `source=${encodeURIComponent(sourceId)}&item=${encodeURIComponent(itemId)}`;
  return `${readerUrl}?${item}#${range.start}-${range.end}`;
}
