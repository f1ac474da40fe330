import type { SourceDocument } from "../../engine/model/source-document";
import { activeTabId, type ReadPage, readPage } from "../platform/read-page";
import { ingest } from "./ingest";

/** Saves a tab's page (the active one's by default) into "Saved pages". Rejects with PermissionError. */
export async function savePage(tabId?: number): Promise<{ title: string }> {
  const page = await readPage(tabId ?? (await activeTabId()));
  await ingest().deliver("saved-pages", [toDocument(page, Date.now())]);
  return { title: page.title };
}

function toDocument(page: ReadPage, now: number): SourceDocument {
  const url = new URL(page.url);
  url.hash = "";
  return {
    id: url.href,
    type: "page",
    title: page.title || url.host,
    url: page.url,
    // Saving again is the person's wish to have the page as it is now.
    version: String(now),
    createdAt: now,
    updatedAt: now,
    content: { kind: "text", mediaType: "text/html", text: page.html },
  };
}
