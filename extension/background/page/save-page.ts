import { savedPages } from "../../../engine/connectors/saved-pages";
import { toDocument } from "../../../engine/connectors/saved-pages/to-document";
import { activeTabId, readPage } from "../../platform/read-page";
import { ingest } from "../sources/ingest";

/** Saves a tab's page (the active one's by default) into "Saved pages". Rejects with PermissionError. */
export async function savePage(tabId?: number): Promise<{ title: string }> {
  const page = await readPage(tabId ?? (await activeTabId()));
  const document = toDocument({ ...page, savedAt: Date.now() });
  await ingest().deliver(savedPages.declaration.id, [document]);
  return { title: document.title };
}
