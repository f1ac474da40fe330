import type { SourceDocument } from "../../model/source-document";
import type { ReadingListEntry } from "../../ports/reading-list";
import { describePage } from "../shared/pages/describe-page";

/** Maps a reading-list entry to a document. Its version changes with the title and the read state. */
export function toDocument({ url, title, read, addedAt, updatedAt }: ReadingListEntry): SourceDocument {
  const state = read ? "Read" : "Unread";
  return {
    id: url,
    type: "page",
    title: title || url,
    url,
    version: JSON.stringify([title, read]),
    // Also in the container, because the fetched page replaces the text.
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
