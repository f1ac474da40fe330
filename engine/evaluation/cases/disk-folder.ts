import { readdir, readFile, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import type { DirectoryHandle, FileHandle } from "../../ports/folders";

/** A folder on disk with handles like the browser's; `modifiedAt` in milliseconds by path below it. */
export function openDiskFolder(root: string, modifiedAt: (path: string) => number): DirectoryHandle {
  return toDirectory(root, "");

  function toDirectory(path: string, below: string): DirectoryHandle {
    return {
      kind: "directory",
      name: posix.basename(below) || "files",
      async *values() {
        for (const entry of await readdir(path, { withFileTypes: true })) {
          const [full, inside] = [join(path, entry.name), posix.join(below, entry.name)];
          if (entry.isDirectory()) yield toDirectory(full, inside);
          else if (entry.isFile()) yield toFile(full, inside);
        }
      },
    };
  }

  function toFile(path: string, below: string): FileHandle {
    return {
      kind: "file",
      name: posix.basename(below),
      getFile: async () => ({
        size: (await stat(path)).size,
        lastModified: modifiedAt(below),
        arrayBuffer: async () => new Uint8Array(await readFile(path)).buffer,
      }),
    };
  }
}
