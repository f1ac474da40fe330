import { clear, createStore, del, get, set, type UseStore } from "idb-keyval";
import { NotFoundError } from "../../engine/errors/not-found-error";
import { PermissionError } from "../../engine/errors/permission-error";
import { toStoreError } from "../../engine/errors/to-store-error";

// A separate database, because idb-keyval has one object store per database.
const database = createStore("atlas-folders", "handles");
const handles: UseStore = (mode, work) =>
  database(mode, work).catch((thrown) => {
    throw toStoreError(thrown);
  });

/**
 * Handles that this page was granted. Chrome drops a permission with the last handle that has it. The handles of the
 * service worker end with it; these live as long as the page.
 */
const liveHandles = new Map<string, FileSystemDirectoryHandle>();

/** Stores the folder of a source. */
export async function saveFolder(sourceId: string, handle: FileSystemDirectoryHandle): Promise<void> {
  liveHandles.set(sourceId, handle);
  await set(sourceId, handle, handles);
}

export async function deleteFolder(sourceId: string): Promise<void> {
  liveHandles.delete(sourceId);
  await del(sourceId, handles);
}

/** The folder's handle when Atlas may read it now. Rejects with NotFoundError or PermissionError. */
export async function openFolder(sourceId: string): Promise<FileSystemDirectoryHandle> {
  const handle = await get<FileSystemDirectoryHandle>(sourceId, handles);
  if (!handle) throw new NotFoundError("Cannot find the folder of this source: add it again");
  if ((await handle.queryPermission({ mode: "read" })) === "granted") return handle;
  throw new PermissionError(`Chrome has taken back access to the folder "${handle.name}": allow it again`);
}

/** Asks the person for the folder again; must run inside a click. True when granted. */
export async function requestFolder(sourceId: string): Promise<boolean> {
  const handle = await get<FileSystemDirectoryHandle>(sourceId, handles);
  if (!handle || (await handle.requestPermission({ mode: "read" })) !== "granted") return false;
  liveHandles.set(sourceId, handle);
  return true;
}

/** Shows the folder picker; undefined when it is cancelled. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await window.showDirectoryPicker({ mode: "read" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return undefined;
    throw error;
  }
}

/** The dropped folders; files are left out. */
export async function droppedFolders(transfer: DataTransfer): Promise<readonly FileSystemDirectoryHandle[]> {
  // All handles must be requested before the first await: the transfer is empty afterwards.
  const pending = [...transfer.items].map((item) => item.getAsFileSystemHandle());
  const dropped = await Promise.all(pending);
  return dropped.filter((handle) => handle instanceof FileSystemDirectoryHandle);
}

/** Deletes all stored folders. */
export async function deleteAllFolders(): Promise<void> {
  await clear(handles);
}
