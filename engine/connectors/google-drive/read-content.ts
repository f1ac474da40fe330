import { SkipItemError } from "../../errors/skip-item-error";
import type { Content } from "../../model/source-document";
import type { DriveClient } from "./client";
import type { DriveFile } from "./schema";

const MEGABYTE = 1024 * 1024;

/** A larger file is skipped, because its bytes pass through the memory of a service worker. */
const MAX_FILE_BYTES = 20 * MEGABYTE;

const GOOGLE = "application/vnd.google-apps.";

/** Export formats of Google's own file types. */
const EXPORTS: ReadonlyMap<string, { readonly mediaType: string; readonly note?: string }> = new Map([
  [`${GOOGLE}document`, { mediaType: "text/markdown" }],
  // The CSV export contains the first sheet only.
  [`${GOOGLE}spreadsheet`, { mediaType: "text/csv", note: "Only the first sheet is read" }],
  [`${GOOGLE}presentation`, { mediaType: "text/plain" }],
]);

/** Media types that Atlas cannot read, with their descriptions. */
const EXCLUDED_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^image\//, "a picture"],
  [/^video\//, "a video"],
  [/^audio\//, "a sound file"],
  [/^(?:application\/(?:x-)?)?font/, "a font"],
  [/\/(?:x-)?(?:zip|gzip|tar|gtar|rar|7z|bzip2?|xz|vnd\.rar)\b/, "an archive"],
  [/ms-excel|spreadsheet/, "an Excel or OpenDocument spreadsheet; save it as a Google Sheet to have it read"],
  [
    /ms-powerpoint|presentation/,
    "a PowerPoint or OpenDocument presentation; save it as Google Slides to have it read",
  ],
  [/msword|opendocument\.text|\/rtf/, "in an old document format; save it as a Google Doc to have it read"],
  [/octet-stream.*executable|x-msdownload|x-executable|apple-diskimage|java-archive/, "a program"],
];

/** Number of bytes that reading the file loads, as far as Drive reports it. */
export function bytesToRead(file: DriveFile): number {
  return getExclusionReason(file) === undefined ? Number(file.size ?? 0) : 0;
}

/** Reads the file's text or bytes. Rejects with SkipItemError when there is nothing to read. */
export async function readContent(
  client: DriveClient,
  file: DriveFile,
  signal: AbortSignal,
): Promise<Content> {
  const reason = getExclusionReason(file);
  if (reason !== undefined) throw new SkipItemError(reason);
  const { id, mimeType } = file;
  const exported = EXPORTS.get(mimeType);
  if (exported)
    return { kind: "text", text: await client.exportAs(id, exported.mediaType, signal), ...exported };
  return { kind: "bytes", mediaType: mimeType, bytes: await client.download(file, signal) };
}

function getExclusionReason({ mimeType, size }: DriveFile): string | undefined {
  if (EXPORTS.has(mimeType)) return undefined;
  if (mimeType.startsWith(GOOGLE)) return "Of Google's own formats Atlas reads Docs, Sheets and Slides";
  const kind = EXCLUDED_TYPES.find(([pattern]) => pattern.test(mimeType))?.[1];
  if (kind !== undefined) return `The file is ${kind}`;
  const bytes = Number(size ?? 0);
  if (bytes <= MAX_FILE_BYTES) return undefined;
  return `The file is ${Math.ceil(bytes / MEGABYTE)} MB; Atlas reads files up to ${MAX_FILE_BYTES / MEGABYTE} MB`;
}
