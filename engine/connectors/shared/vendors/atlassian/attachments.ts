/**
 * A file attached to an issue or a page. Its text is a document of its own, because every format is read by its own
 * converter.
 */
export interface AttachedFile {
  readonly id: string;
  readonly filename: string;
  readonly size?: number | null | undefined;
  readonly mimeType?: string | null | undefined;
}

const MEGABYTE = 2 ** 20;
/** The bytes pass through the memory of a service worker. */
const MAX_BYTES = 5 * MEGABYTE;
const MAX_FILES = 10;

/** Formats without text; converters refuse them too, but only after the download. */
const WITHOUT_TEXT: readonly (readonly [what: string, type: RegExp, endings: string])[] = [
  ["a picture", /^image\//, "png jpg jpeg gif webp svg bmp tif tiff ico heic psd ai"],
  ["a video", /^video\//, "mp4 m4v mov avi mkv webm wmv"],
  ["a sound file", /^audio\//, "mp3 wav flac ogg m4a aac"],
  [
    "an archive",
    /^application\/(x-)?(zip|gzip|tar|7z-compressed|rar)$/,
    "zip gz tgz bz2 xz 7z rar tar jar iso dmg",
  ],
  ["a program", /^application\/x-(msdownload|executable)$/, "exe dll so bin apk ipa msi wasm class"],
];

/** The reason why a file is named and not read; undefined for one that is read. */
export function reasonNotRead({ filename, size, mimeType }: AttachedFile): string | undefined {
  const ending = /\.([^.]+)$/.exec(filename.toLowerCase())?.[1] ?? "";
  const [what] =
    WITHOUT_TEXT.find(
      ([, type, endings]) => type.test(mimeType ?? "") || endings.split(" ").includes(ending),
    ) ?? [];
  // A container of an office format may be described as an archive.
  if (what !== undefined && !(what === "an archive" && OFFICE.test(ending))) return what;
  return (size ?? 0) > MAX_BYTES ? `larger than ${MAX_BYTES / MEGABYTE} MB` : undefined;
}

const OFFICE = /^(docx|xlsx|pptx|odt|ods|odp|epub)$/;

export interface ChosenFiles<File> {
  readonly read: readonly File[];
  /** Each with its reason, as the end of a sentence. */
  readonly notRead: readonly string[];
}

/** Chooses the files to read, at most ten of one issue or page. */
export function chooseFiles<File extends AttachedFile>(files: readonly File[]): ChosenFiles<File> {
  const readable = files.filter((file) => reasonNotRead(file) === undefined);
  const others = files.flatMap((file) => {
    const reason = reasonNotRead(file);
    return reason === undefined ? [] : [`${file.filename} (${reason})`];
  });
  const beyond = readable
    .slice(MAX_FILES)
    .map(({ filename }) => `${filename} (more than ${MAX_FILES} files)`);
  return { read: readable.slice(0, MAX_FILES), notRead: [...others, ...beyond] };
}

/** A sentence about the files that are named only; none when all are read. */
export function noteNotRead(notRead: readonly string[]): readonly string[] {
  return notRead.length === 0 ? [] : [`Attachments not read: ${notRead.join(", ")}`];
}

const PREFIX = "attachment:";

/** @param parent the vendor's id of the issue or page that the file is attached to */
export function attachmentItemId(parent: string, id: string): string {
  return `${attachmentPrefix(parent)}${id}`;
}

/** Prefix of the item ids of all attachments, or of those of an issue or page. */
export function attachmentPrefix(parent?: string): string {
  return parent === undefined ? PREFIX : `${PREFIX}${parent}/`;
}

/** The parts of an attachment's item id; undefined for any other item. */
export function parseAttachmentItemId(
  itemId: string,
): { readonly parent: string; readonly id: string } | undefined {
  const [, parent, id] = /^attachment:([^/]+)\/(.+)$/.exec(itemId) ?? [];
  return parent === undefined || id === undefined ? undefined : { parent, id };
}
