import type { SourceDocument } from "../../model/source-document";

/** The bytes of a file with its identifying fields. */
export interface FileContent {
  /** Path below the folder. */
  readonly id: string;
  readonly sourceId: string;
  /** The person's name for the folder. */
  readonly label: string;
  readonly version: string;
  readonly contentHash: string;
  /** Milliseconds since the epoch. */
  readonly lastModified: number;
  readonly bytes: Uint8Array;
}

/**
 * Maps a file to a document. The media type is left out: name and bytes determine it better than the browser does.
 */
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

/** `atlas-folder://<source>/<path>`, which Atlas opens itself: a web page cannot link to a local file. */
export function fileUrl(sourceId: string, id: string): string {
  return `atlas-folder://${sourceId}/${id.split("/").map(encodeURIComponent).join("/")}`;
}

/** The last segment of a path; a directory keeps its trailing `/`. */
export function fileNameOf(id: string): string {
  return id.slice(id.lastIndexOf("/", id.length - 2) + 1);
}
