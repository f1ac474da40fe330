import { callBackground } from "../../../messaging/call-background";
import { findFolderConnector } from "../../../messaging/find-folder-connector";
import { deleteFolder, openFolder, saveFolder } from "../../../platform/folder-handles";

/** Adds a folder as a source. Rejects when it is one already. */
export async function addFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  const connectorId = await findFolderConnector();
  if (await isKnown(handle, connectorId)) {
    throw new Error(`“${handle.name}” is here already: use “Sync now” to read it again`);
  }
  const id = crypto.randomUUID();
  // The handle is stored first, because the source is read as soon as it exists.
  await saveFolder(id, handle);
  try {
    await callBackground("source-add", { id, connectorId, label: handle.name });
  } catch (error) {
    await deleteFolder(id);
    throw error;
  }
}

async function isKnown(handle: FileSystemDirectoryHandle, connectorId: string): Promise<boolean> {
  const summaries = await callBackground("source-list", {});
  const folders = summaries.filter(({ source }) => source.connectorId === connectorId);
  const same = await Promise.all(folders.map(({ source }) => isSame(source.id, handle)));
  return same.includes(true);
}

async function isSame(sourceId: string, handle: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    return await handle.isSameEntry(await openFolder(sourceId));
  } catch {
    // A folder without access cannot be compared; adding it twice does no harm.
    return false;
  }
}
