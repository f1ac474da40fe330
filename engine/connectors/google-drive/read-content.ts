import { hasCode } from "../../errors/error-code";
import { SkipItemError } from "../../errors/skip-item-error";
import type { DriveClient } from "./client";
import { type ExportFormat, exportFormats, isGoogleFormat, nameOfFormat } from "./export-formats";
import { readComments } from "./read-comments";
import { type DriveFile, namedFile } from "./schema";
import { type ReadFile, urlOf } from "./to-document";
import { SHORTCUT } from "./to-entries";

const MEGABYTE = 1024 * 1024;

/** A larger file is skipped, because its bytes pass through the memory of a service worker. */
const MAX_FILE_BYTES = 20 * MEGABYTE;

/** Media types that hold no text, with their descriptions. */
const EXCLUDED_TYPES: readonly (readonly [RegExp, string])[] = [
  [/^image\//, "a picture"],
  [/^video\//, "a video"],
  [/^audio\//, "a sound file"],
  [/^(?:application\/(?:x-)?)?font/, "a font"],
  [/\/(?:x-)?(?:zip|gzip|tar|gtar|rar|7z|bzip2?|xz|vnd\.rar)\b/, "an archive"],
  [/octet-stream.*executable|x-msdownload|x-executable|apple-diskimage|java-archive/, "a program"],
];

/** Number of bytes that reading the file loads, as far as Drive reports it. */
export function bytesToRead(file: DriveFile): number {
  return getExclusionReason(file) === undefined ? Number(file.size ?? 0) || 0 : 0;
}

/**
 * Reads the file with its description and comments. Of what has no text, these are the content, and the note says the
 * reason. Rejects with SkipItemError when there is nothing to read.
 */
export async function readContent(
  client: DriveClient,
  file: DriveFile,
  signal: AbortSignal,
): Promise<ReadFile> {
  const description = file.description?.trim() ? `Description: ${file.description.trim()}` : "";
  const reason = getExclusionReason(file);
  // No request for the comments of every picture.
  if (reason !== undefined && description === "") throw new SkipItemError(reason);
  const comments = await readComments(client, file, signal);
  const beside = [description, comments.text].filter(Boolean).join("\n\n");
  const read = await readFile(client, file, { beside, signal });
  const note = [read.content.note, ...comments.notes].filter(Boolean).join("; ");
  return note ? { ...read, content: { ...read.content, note } } : read;
}

interface ReadOptions {
  readonly beside: string;
  readonly signal: AbortSignal;
}

async function readFile(client: DriveClient, file: DriveFile, options: ReadOptions): Promise<ReadFile> {
  const { mimeType, name } = file;
  const { beside, signal } = options;
  if (mimeType === SHORTCUT) return readShortcut(client, file, options);
  const formats = exportFormats(mimeType);
  if (formats.length > 0) return readExport(client, file, { ...options, formats });
  if (isGoogleFormat(mimeType)) {
    return createLinkDocument(file, beside, `It is ${nameOfFormat(mimeType)}, which Google does not export`);
  }
  const reason = getExclusionReason(file);
  if (reason !== undefined) return createLinkDocument(file, beside, reason);
  const bytes = await client.download(file, signal);
  return {
    content: { kind: "bytes", mediaType: mimeType, bytes, ...(beside && { beside }) },
    fileName: name,
  };
}

/** In the first format that Google exports. */
async function readExport(
  client: DriveClient,
  file: DriveFile,
  { formats, beside, signal }: ReadOptions & { readonly formats: readonly ExportFormat[] },
): Promise<ReadFile> {
  let refusal: unknown;
  for (const format of formats) {
    try {
      const bytes = await client.exportAs(file.id, format.mediaType, signal);
      return toExported(file, { format, bytes, beside });
    } catch (thrown) {
      if (!hasCode(thrown, "skip-item")) throw thrown;
      refusal = thrown;
    }
  }
  const reason = refusal instanceof Error ? refusal.message : "Google does not export it";
  return createLinkDocument(file, beside, reason);
}

function toExported(
  { name }: DriveFile,
  {
    format,
    bytes,
    beside,
  }: { readonly format: ExportFormat; readonly bytes: Uint8Array; readonly beside: string },
): ReadFile {
  const { mediaType, ending, note } = format;
  if (ending !== undefined) {
    const content = {
      kind: "bytes",
      mediaType,
      bytes,
      ...(beside && { beside }),
      ...(note && { note }),
    } as const;
    return { content, fileName: `${name}.${ending}` };
  }
  const { text, pictures } = withoutPictures(new TextDecoder().decode(bytes));
  const notes = [note, pictures > 0 ? `${pictures} ${pictures === 1 ? "picture" : "pictures"} not read` : ""];
  const all = notes.filter(Boolean).join("; ");
  const whole = [text.trimEnd(), beside].filter((part) => part !== "").join("\n\n");
  return { content: { kind: "text", mediaType, text: whole, ...(all && { note: all }) } };
}

/** Pictures are exported as data in links at the end of the text: "[image1]: <data:image/png;base64,…>". */
function withoutPictures(text: string): { readonly text: string; readonly pictures: number } {
  let pictures = 0;
  const without = text
    .replace(/^\[[^\]\n]+\]:[ \t]*<?data:[^\n]*$\n?/gm, () => {
      pictures++;
      return "";
    })
    .replace(/!\[([^\]\n]*)\]\[image\d+\]/g, "$1");
  return { text: pictures > 0 ? without : text, pictures };
}

/** A shortcut is named with its target, which Drive lists like every file that the person opened. */
async function readShortcut(
  client: DriveClient,
  file: DriveFile,
  { beside, signal }: ReadOptions,
): Promise<ReadFile> {
  const { targetId, targetMimeType } = file.shortcutDetails ?? {};
  if (!targetId) return createLinkDocument(file, beside, "It is a shortcut without a target");
  const target = await findTarget(client, targetId, signal);
  if (target === undefined) {
    return createLinkDocument(
      file,
      beside,
      "It is a shortcut, and its target is gone or not shared with you",
    );
  }
  const kind = targetMimeType ? ` (${nameOfFormat(targetMimeType)})` : "";
  const line = `Shortcut to ${target.name ?? targetId}${kind}: ${urlOf({ id: targetId })}`;
  const text = [line, beside].filter(Boolean).join("\n\n");
  return createLinkDocument(file, text, "It is a shortcut: its target is a document of its own");
}

async function findTarget(client: DriveClient, id: string, signal: AbortSignal) {
  try {
    return namedFile.safeParse(await client.file(id, signal)).data ?? { id, name: undefined };
  } catch (thrown) {
    if (hasCode(thrown, "not-found")) return undefined;
    throw thrown;
  }
}

/** A document that is found by its title, and by what stands beside the file. */
function createLinkDocument({ name }: DriveFile, beside: string, note: string): ReadFile {
  const text = [name, beside].filter((part) => part !== "").join("\n\n");
  return { content: { kind: "text", mediaType: "text/plain", text, note } };
}

function getExclusionReason({ mimeType, size }: DriveFile): string | undefined {
  if (isGoogleFormat(mimeType)) return undefined;
  const kind = EXCLUDED_TYPES.find(([pattern]) => pattern.test(mimeType))?.[1];
  if (kind !== undefined) return `The file is ${kind}`;
  const bytes = Number(size ?? 0) || 0;
  if (bytes <= MAX_FILE_BYTES) return undefined;
  return `The file is ${Math.ceil(bytes / MEGABYTE)} MB; Atlas reads files up to ${MAX_FILE_BYTES / MEGABYTE} MB`;
}
