import type { Document } from "../model/document";

/** Where Atlas's own reader at `readerUrl` shows the stretch of a document that has no web address. */
export function readerPage(
  place: { readonly document: Document; readonly start: number; readonly end: number },
  readerUrl: string,
): string {
  const { sourceId, itemId } = place.document;
  const item = `source=${encodeURIComponent(sourceId)}&item=${encodeURIComponent(itemId)}`;
  return `${readerUrl}?${item}#${place.start}-${place.end}`;
}
