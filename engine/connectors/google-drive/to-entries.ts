import type * as z from "zod";
import { parseLeniently } from "../shared/parse/parse-leniently";
import type { DeltaEntry } from "../shared/pull/delta/delta-entry";
import { toMalformedFailure } from "../shared/vendors/google/to-malformed-failure";
import { type DriveFilter, isInWantedFolder } from "./filter";
import { FOLDER, type FolderPaths } from "./folder-paths";
import { driveFile, namedFile } from "./schema";
import { type LocatedFile, urlOf, versionOf } from "./to-document";

/** No file of Drive has this id. */
const WITHOUT_ID = "without-id";

export const SHORTCUT = "application/vnd.google-apps.shortcut";

/** The meaning of listed files: items, deletions, and folders whose content must be listed. */
export interface ParsedFiles {
  readonly entries: readonly DeltaEntry<LocatedFile>[];
  readonly folders: readonly string[];
}

export interface ToEntriesDeps {
  readonly paths: FolderPaths;
  readonly filter: DriveFilter;
  /** Where a file of this shared drive is read, if at all. */
  readonly placeOf: PlaceOf;
  readonly signal: AbortSignal;
}

/** Whether a file is read here, in another stream, or not at all. */
export type PlaceOf = (file: {
  readonly driveId?: string | null | undefined;
}) => "here" | "elsewhere" | "nowhere";

export async function toEntries(files: readonly unknown[], deps: ToEntriesDeps): Promise<ParsedFiles> {
  const parsed = await Promise.all(files.map((file) => toEntry(file, deps)));
  return {
    entries: parsed.flatMap((one) => (typeof one === "object" ? [one] : [])),
    folders: parsed.flatMap((one) => (typeof one === "string" ? [one] : [])),
  };
}

/** An entry, the id of a folder, or undefined for a file that another stream reads. */
async function toEntry(
  raw: unknown,
  { paths, filter, placeOf, signal }: ToEntriesDeps,
): Promise<DeltaEntry<LocatedFile> | string | undefined> {
  const { data: file, unread, error } = parseLeniently(driveFile, raw);
  if (error) return toFailure(raw, error);
  const { id, mimeType, trashed } = file;
  const place = placeOf(file);
  if (place === "elsewhere") return undefined;
  if (place === "nowhere") return { kind: "gone", id };
  if (mimeType === FOLDER) {
    paths.remember(file);
    return id;
  }
  if (trashed || Date.parse(file.modifiedTime) < (filter.since ?? 0)) return { kind: "gone", id };
  const item = { file, unread, container: await paths.pathOf(file, signal) };
  return isInWantedFolder(item.container, filter)
    ? { kind: "item", id, item, version: versionOf(item) }
    : { kind: "gone", id };
}

function toFailure(raw: unknown, error: z.ZodError): DeltaEntry<LocatedFile> {
  const named = namedFile.safeParse(raw).data ?? { id: WITHOUT_ID, name: "File without an id" };
  const failure = toMalformedFailure({ id: named.id, title: named.name, url: urlOf(named) }, error);
  return { kind: "failure", id: named.id, failure };
}
