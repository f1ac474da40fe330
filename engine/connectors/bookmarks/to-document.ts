import type { SourceDocument } from "../../model/source-document";
import type { BookmarkEntry } from "../../ports/bookmarks";
import { describePage } from "../shared/pages/describe-page";

/** Maps a bookmark to a document. Its version changes with the title, the address and the folders. */
export function toDocument({ id, title, url, folders, addedAt }: BookmarkEntry): SourceDocument {
  const details = folders.length > 0 ? [`In ${folders.join(" › ")}`] : [];
  return {
    id,
    type: "bookmark",
    title: title || url,
    url,
    version: JSON.stringify([title, url, folders]),
    container: folders,
    createdAt: addedAt,
    // Chrome stores no modification date for a bookmark.
    updatedAt: addedAt,
    content: { kind: "text", mediaType: "text/markdown", text: describePage({ title, url, details }) },
  };
}
