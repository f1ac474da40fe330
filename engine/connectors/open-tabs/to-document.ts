import type { SourceDocument } from "../../model/source-document";
import type { OpenTab } from "../../ports/tabs";
import { describePage } from "../shared/pages/describe-page";
import { withoutFragment } from "../shared/pages/web-address";

/** Maps an open tab to a document by title and address. Tabs with the same page are the same document. */
export function toDocument({ url, title, lastAccessedAt }: OpenTab): SourceDocument {
  return {
    id: withoutFragment(url),
    type: "tab",
    title: title || url,
    url,
    version: JSON.stringify([title]),
    updatedAt: lastAccessedAt,
    content: { kind: "text", mediaType: "text/markdown", text: describePage({ title, url }) },
  };
}
