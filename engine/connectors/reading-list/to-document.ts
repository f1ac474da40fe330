import type { SourceDocument } from "../../model/source-document";
import type { ReadingListEntry } from "../../ports/reading-list";
import { describePage } from "../shared/pages/describe-page";

/** A reading-list entry as a document; its version changes with the title and when it is marked as read. */
export function toDocument({ url, title, read, addedAt, updatedAt }: ReadingListEntry): SourceDocument {
  const state = read ? "Read" : "Unread";
  return {
    id: url,
    type: "page",
    title: title || url,
    url,
    version: JSON.stringify([title, read]),
    // Kept here as well as in the text, because the page itself takes the text's place once it is fetched.
    container: [state],
    createdAt: addedAt,
    updatedAt,
    content: {
      kind: "text",
      mediaType: "text/markdown",
      text: describePage({ title, url, details: [`${state}, in the reading list`] }),
    },
  };
}
