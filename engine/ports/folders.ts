/** The part of FileSystemFileHandle that is used. */
export interface FileHandle {
  readonly kind: "file";
  readonly name: string;
  getFile(): Promise<{
    readonly size: number;
    /** Milliseconds since the epoch. */
    readonly lastModified: number;
    arrayBuffer(): Promise<ArrayBuffer>;
  }>;
}

/** The part of FileSystemDirectoryHandle that is used. */
export interface DirectoryHandle {
  readonly kind: "directory";
  readonly name: string;
  values(): AsyncIterable<FileHandle | DirectoryHandle>;
}

/** The folders the person has chosen, by source id. */
export interface Folders {
  /** Rejects with PermissionError when access must be granted again, NotFoundError when there is no handle. */
  open(sourceId: string): Promise<DirectoryHandle>;
}
