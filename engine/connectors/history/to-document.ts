import type { SourceDocument } from "../../model/source-document";
import type { HistoryEntry } from "../../ports/history";
import { DAY_MS } from "../../util/durations";
import { describePage } from "../shared/pages/describe-page";

/**
 * Maps a visited page to a document. Its version changes with the title and with the (UTC) day of the last visit,
 * which suffices for "last week" without indexing the page at every visit.
 */
export function toDocument({ url, title, lastVisitAt }: HistoryEntry): SourceDocument {
  return {
    id: url,
    type: "visit",
    title: title || url,
    url,
    version: JSON.stringify([title, Math.floor(lastVisitAt / DAY_MS)]),
    updatedAt: lastVisitAt,
    content: { kind: "text", mediaType: "text/markdown", text: describePage({ title, url }) },
  };
}
