import { hasCode } from "../../../engine/errors/error-code";
import { openFolder, requestFolder } from "../../platform/folder-handles";
import { openUrl } from "../../platform/open-url";

/**
 * Opens a PDF of a folder in the browser's viewer, at a page (from 1). Must be called inside a click, to ask for
 * access to the folder again.
 */
export async function openOriginal(sourceId: string, path: string, page: number): Promise<void> {
  const file = await findFile(await allowedFolder(sourceId), path);
  // The object URL is valid while this page lives; the viewer needs the media type.
  const url = URL.createObjectURL(new Blob([file], { type: "application/pdf" }));
  await openUrl(`${url}#page=${page}`);
}

async function allowedFolder(sourceId: string): Promise<FileSystemDirectoryHandle> {
  try {
    return await openFolder(sourceId);
  } catch (error) {
    if (hasCode(error, "permission") && (await requestFolder(sourceId))) {
      return openFolder(sourceId);
    }
    throw error;
  }
}

async function findFile(root: FileSystemDirectoryHandle, path: string): Promise<File> {
  const names = path.split("/");
  const fileName = names.pop() ?? path;
  try {
    let directory = root;
    for (const name of names) directory = await directory.getDirectoryHandle(name);
    const handle = await directory.getFileHandle(fileName);
    return await handle.getFile();
  } catch (cause) {
    throw new Error(`Cannot open “${path}”: it is no longer in the folder “${root.name}”`, { cause });
  }
}
