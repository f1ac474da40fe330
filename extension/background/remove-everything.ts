import { broadcastChange } from "../messaging/changes";
import { deleteAllFolders } from "../platform/folder-handles";
import { deleteAllModels } from "../platform/model-cache";
import { closeOffscreenPage } from "../platform/offscreen-page";
import { ingest } from "./sources/ingest";

/** Removes sources, ledger, documents, index, models and folder handles, and stops the engine that still has them in memory. */
export async function removeEverything(): Promise<void> {
  await ingest().stop();
  await closeOffscreenPage();
  await deleteAllFolders();
  await deleteAllModels();
  await ingest().clear();
  broadcastChange("index", "models", "chats", "vault");
}
