import { AtlasError } from "../../../errors/atlas-error";
import { SkipItemError } from "../../../errors/skip-item-error";
import type { Archive, ArchiveEntry } from "../../archive/archive";
import { openArchive } from "../../archive/open-archive";
import type { ConvertBytes, ConvertBytesOptions } from "../../convert";
import { countNoun } from "../count-noun";
import { notionTitle } from "../notes/read-notion";
import { joinFiles, type ReadFile } from "./join-files";
import { readSlackArchive } from "./read-slack-archive";

/** Further files are counted: one document of so much text is not read by anybody. */
const MAX_FILES = 2_000;
const MAX_CHARACTERS = 20_000_000;
/** Files that systems and programs keep for themselves. */
const KEPT_BY_PROGRAMS =
  /(?:^|\/)(?:__MACOSX|node_modules|\.[^/]+)(?:\/|$)|(?:^|\/)(?:Thumbs\.db|desktop\.ini)$/i;
const MAX_NAMES = 3;

/** A zip archive: an export as what it is, any other file by file, each under its path. */
export const convertArchive: ConvertBytes = async (bytes, options) => {
  const { name, signal } = options;
  const archive = openArchive(bytes, { name, signal });
  const slack = await readSlackArchive(archive);
  if (slack) return slack;
  const { files, leftOut } = await readFiles(archive, options);
  const reasons = reasonsOf(leftOut);
  if (files.length === 0)
    throw new SkipItemError(
      [`"${name}" is an archive without a file that Atlas reads`, ...reasons].join("; "),
    );
  const notes = [...files.flatMap(noteOf), ...reasons];
  return { ...joinFiles(files), ...(notes.length > 0 && { note: notes.join("; ") }) };
};

interface LeftOut {
  readonly name: string;
  readonly reason: string;
}

async function readFiles(archive: Archive, options: ConvertBytesOptions) {
  const files: ReadFile[] = [];
  const leftOut: LeftOut[] = [];
  let characters = 0;
  for (const entry of archive.entries) {
    const isBeyond = files.length >= MAX_FILES || characters > MAX_CHARACTERS;
    const read = isBeyond
      ? { name: entry.name, reason: "beyond what Atlas reads of an archive" }
      : await readFile(archive, entry, options);
    if ("reason" in read) leftOut.push(read);
    else {
      files.push(read);
      characters += read.converted.text.length;
    }
  }
  return { files, leftOut };
}

async function readFile(
  archive: Archive,
  { name }: ArchiveEntry,
  { convertPart, signal }: ConvertBytesOptions,
): Promise<ReadFile | LeftOut> {
  if (KEPT_BY_PROGRAMS.test(name)) return { name, reason: "kept by programs for themselves" };
  const fileName = name.slice(name.lastIndexOf("/") + 1);
  try {
    const converted = await convertPart({
      name: fileName,
      bytes: (await archive.read(name)) ?? new Uint8Array(),
    });
    return { name: withoutIds(name), converted };
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof AtlasError)) throw error;
    const reason = error.message
      .replace(/^Cannot read archive "[^"]*": /, "")
      .replace(`"${name}" in it `, "")
      .replace(`"${fileName}" `, "")
      .replace(/^is /, "");
    return { name, reason };
  }
}

/** Notion names folders and files with the ids of their pages. */
function withoutIds(path: string): string {
  return path
    .split("/")
    .map((part) => (/ [0-9a-f]{32}/i.test(part) ? notionTitle(part) : part))
    .join("/");
}

function noteOf({ name, converted }: ReadFile): readonly string[] {
  return converted.note === undefined ? [] : [`${name}: ${converted.note}`];
}

/** "2 files not read (an image): a.png, b.png" for each reason. */
function reasonsOf(leftOut: readonly LeftOut[]): readonly string[] {
  const byReason = new Map<string, LeftOut[]>();
  for (const file of leftOut) {
    const files = byReason.get(file.reason) ?? [];
    files.push(file);
    byReason.set(file.reason, files);
  }
  return [...byReason].map(([reason, files]) => {
    const names = files.slice(0, MAX_NAMES).map(({ name }) => name);
    const more = files.length > MAX_NAMES ? " …" : "";
    return `${countNoun(files.length, "file")} not read (${reason}): ${names.join(", ")}${more}`;
  });
}
