import type { SourceDocument } from "../../model/source-document";

/** A file's bytes and what names it. */
export interface FileContent {
  /** Path below the folder. */
  readonly id: string;
  readonly sourceId: string;
  /** What the person calls the folder. */
  readonly label: string;
  readonly version: string;
  readonly contentHash: string;
  /** Milliseconds since the epoch. */
  readonly lastModified: number;
  readonly bytes: Uint8Array;
}

/** A file as a document. Its media type is left open: name and bytes say more than a browser's guess. */
export function toDocument(file: FileContent): SourceDocument {
  const { id, version, contentHash, bytes } = file;
  const path = id.split("/");
  const fileName = fileNameOf(id);
  return {
    id,
    type: "file",
    title: fileName,
    url: fileUrl(file.sourceId, id),
    version,
    container: [file.label, ...path.slice(0, -1)],
    updatedAt: file.lastModified,
    fileName,
    contentHash,
    content: { kind: "bytes", bytes },
  };
}

/** `atlas-folder://<source>/<path>`, which Atlas itself opens: a web page cannot link to a local file. */
export function fileUrl(sourceId: string, id: string): string {
  return `atlas-folder://${sourceId}/${id.split("/").map(encodeURIComponent).join("/")}`;
}

/** The last name of a path; a directory keeps its closing `/`. */
export function fileNameOf(id: string): string {
  return id.slice(id.lastIndexOf("/", id.length - 2) + 1);
}
