import type { SourceDocument } from "../../model/source-document";
import { withoutFragment } from "../shared/pages/web-address";

/** A page as the person saved it. */
export interface SavedPage {
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** What of it was not saved; a sentence. */
  readonly note?: string;
  /** Milliseconds since the epoch. */
  readonly savedAt: number;
}

/** A saved page as a document; saving the same page again replaces it, whatever comes after its `#`. */
export function toDocument({ url, title, html, note, savedAt }: SavedPage): SourceDocument {
  return {
    id: withoutFragment(url),
    type: "page",
    title: title || url,
    url,
    // Saving again is the wish to have the page as it is now.
    version: String(savedAt),
    createdAt: savedAt,
    updatedAt: savedAt,
    content: { kind: "text", mediaType: "text/html", text: html, ...(note !== undefined && { note }) },
  };
}
