import { NotFoundError } from "../../errors/not-found-error";
import { PermissionError } from "../../errors/permission-error";
import type { DirectoryHandle } from "../../ports/folders";

/**
 * Rejects when the whole folder is inaccessible (a revoked permission, a removed drive). Called after a part of the
 * tree could not be read, so that its files do not become failures or deletions one by one.
 */
export async function assertRootReadable(root: DirectoryHandle, label: string): Promise<void> {
  try {
    for await (const _ of root.values()) break;
  } catch (error) {
    throw toFolderError(label, error);
  }
}

/** The error for a folder that cannot be read at all. */
export function toFolderError(label: string, cause: unknown): PermissionError | NotFoundError {
  // Browsers distinguish these errors by the DOMException's name, not by its class.
  if (cause instanceof Error && cause.name === "NotAllowedError") {
    return new PermissionError(`Cannot read the folder "${label}": allow it again`, { cause });
  }
  return new NotFoundError(
    `Cannot read the folder "${label}": it was moved, deleted or its drive is not connected; bring it back or add it again`,
    { cause },
  );
}
