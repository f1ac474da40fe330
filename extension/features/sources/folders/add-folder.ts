import { callBackground } from "../../../messaging/call-background";
import { deleteFolder, openFolder, saveFolder } from "../../../platform/folder-handles";

/** Name of the connector that reads folders; a folder can be dropped before the list of connectors is read. */
const FOLDER_CONNECTOR_ID = "folder";

/** Makes a source of a folder. Rejects when it is one already. */
export async function addFolder(handle: FileSystemDirectoryHandle): Promise<void> {
  if (await isKnown(handle)) {
    throw new Error(`“${handle.name}” is here already: use “Sync now” to read it again`);
  }
  const id = crypto.randomUUID();
  // The handle comes first: the source is read as soon as it exists.
  await saveFolder(id, handle);
  try {
    await callBackground("source-add", { id, connectorId: FOLDER_CONNECTOR_ID, label: handle.name });
  } catch (error) {
    await deleteFolder(id);
    throw error;
  }
}

async function isKnown(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const summaries = await callBackground("source-list", {});
  const folders = summaries.filter(({ source }) => source.connectorId === FOLDER_CONNECTOR_ID);
  const same = await Promise.all(folders.map(({ source }) => isSame(source.id, handle)));
  return same.includes(true);
}

async function isSame(sourceId: string, handle: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    return await handle.isSameEntry(await openFolder(sourceId));
  } catch {
    // A folder that may not be read now cannot be compared; adding it twice does no harm.
    return false;
  }
}
