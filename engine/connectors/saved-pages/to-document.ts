import type { SourceDocument } from "../../model/source-document";
import { withoutFragment } from "../shared/pages/web-address";

/** A page that the person saved. */
export interface SavedPage {
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** A sentence about the part that was not saved. */
  readonly note?: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** Maps a saved page to a document. Saving the page again replaces it, whatever its fragment. */
export function toDocument({ url, title, html, note, savedAt }: SavedPage): SourceDocument {
  return {
    id: withoutFragment(url),
    type: "page",
    title: title || url,
    url,
    // Saving a page again must index its current content.
    version: String(savedAt),
    createdAt: savedAt,
    updatedAt: savedAt,
    content: { kind: "text", mediaType: "text/html", text: html, ...(note !== undefined && { note }) },
  };
}
