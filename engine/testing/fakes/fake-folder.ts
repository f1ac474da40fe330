import type { DirectoryHandle, FileHandle } from "../../ports/folders";

export interface FakeFolderFile {
  readonly text: string;
  readonly lastModified: number;
  /** The reported size of a file, in place of its real one. */
  readonly size?: number;
  /** Thrown by getFile. */
  readonly openError?: Error;
  /** Thrown by arrayBuffer: the file was deleted or changed after it was opened. */
  readonly readError?: Error;
}

/** A folder in memory, with handles like the browser's. */
export interface FakeFolder {
  readonly handle: DirectoryHandle;
  /** By path below the folder. */
  readonly files: Map<string, FakeFolderFile>;
  /** Thrown when a directory is listed, by its path with a closing `/`; `""` is the folder itself. */
  readonly listErrors: Map<string, Error>;
  /** Directories that are loops to the folder itself, by path with a closing `/`. */
  readonly loops: Set<string>;
  /** Paths whose bytes were read, and directories that were listed, in order. */
  readonly log: { readonly read: string[]; readonly listed: string[] };
}

/** An error as the File System Access API throws it. */
export function domError(name: "NotAllowedError" | "NotFoundError" | "NotReadableError"): Error {
  return new DOMException("The request failed", name);
}

export function createFakeFolder(files: Readonly<Record<string, FakeFolderFile>> = {}): FakeFolder {
  const folder = {
    files: new Map(Object.entries(files)),
    listErrors: new Map<string, Error>(),
    loops: new Set<string>(),
    log: { read: [], listed: [] },
  };
  return { ...folder, handle: directoryHandle(folder, { path: "", shown: "" }) };
}

/** `path` is the location of a directory's files; `shown` differs from it below a loop. */
interface DirectoryLocation {
  readonly path: string;
  readonly shown: string;
}

function directoryHandle(
  folder: Omit<FakeFolder, "handle">,
  { path, shown }: DirectoryLocation,
): DirectoryHandle {
  return {
    kind: "directory",
    name: shown.split("/").at(-2) ?? "root",
    async *values() {
      folder.log.listed.push(shown);
      const error = folder.listErrors.get(path);
      if (error) throw error;
      const below = [...folder.files.keys(), ...folder.loops].filter((each) => each.startsWith(path));
      const names = new Set(below.map((each) => /^[^/]*\/?/.exec(each.slice(path.length))?.[0] ?? ""));
      for (const name of names) {
        const target = folder.loops.has(path + name) ? "" : path + name;
        if (name.endsWith("/")) yield directoryHandle(folder, { path: target, shown: shown + name });
        else if (name !== "") yield fileHandle(folder, path + name);
      }
    },
  };
}

function fileHandle({ files, log }: Omit<FakeFolder, "handle">, path: string): FileHandle {
  return {
    kind: "file",
    name: path.slice(path.lastIndexOf("/") + 1),
    async getFile() {
      const file = files.get(path);
      if (!file) throw domError("NotFoundError");
      if (file.openError) throw file.openError;
      const bytes = new TextEncoder().encode(file.text);
      return {
        size: file.size ?? bytes.length,
        lastModified: file.lastModified,
        async arrayBuffer() {
          log.read.push(path);
          if (file.readError) throw file.readError;
          return bytes.buffer;
        },
      };
    },
  };
}
