import type { DeltaEntry } from "../shared/pull/delta/delta-entry";
import { toMalformedFailure } from "../shared/vendors/google/to-malformed-failure";
import { type DriveFilter, isInWantedFolder } from "./filter";
import { FOLDER, type FolderPaths } from "./folder-paths";
import { driveFile, namedFile } from "./schema";
import { type LocatedFile, urlOf, versionOf } from "./to-document";

export const SHORTCUT = "application/vnd.google-apps.shortcut";

/** The meaning of listed files: items, deletions, and folders whose content must be listed. */
export interface ParsedFiles {
  readonly entries: readonly DeltaEntry<LocatedFile>[];
  readonly folders: readonly string[];
}

export interface ToEntriesDeps {
  readonly paths: FolderPaths;
  readonly filter: DriveFilter;
  readonly signal: AbortSignal;
}

export async function toEntries(files: readonly unknown[], deps: ToEntriesDeps): Promise<ParsedFiles> {
  const parsed = await Promise.all(files.map((file) => toEntry(file, deps)));
  return {
    entries: parsed.flatMap((one) => (typeof one === "object" ? [one] : [])),
    folders: parsed.flatMap((one) => (typeof one === "string" ? [one] : [])),
  };
}

/** An entry, the id of a folder, or undefined for a shortcut and for a file without an id. */
async function toEntry(
  raw: unknown,
  { paths, filter, signal }: ToEntriesDeps,
): Promise<DeltaEntry<LocatedFile> | string | undefined> {
  const parsed = driveFile.safeParse(raw);
  if (!parsed.success) {
    const { data: named } = namedFile.safeParse(raw);
    if (!named) return undefined;
    const failure = toMalformedFailure({ id: named.id, title: named.name, url: urlOf(named) }, parsed.error);
    return { kind: "failure", id: named.id, failure };
  }
  const file = parsed.data;
  const { id, mimeType, trashed } = file;
  if (mimeType === SHORTCUT) return undefined;
  if (mimeType === FOLDER) {
    paths.remember(file);
    return id;
  }
  if (trashed || Date.parse(file.modifiedTime) < (filter.since ?? 0)) return { kind: "gone", id };
  const item = { file, container: await paths.pathOf(file, signal) };
  return isInWantedFolder(item.container, filter)
    ? { kind: "item", id, item, version: versionOf(item) }
    : { kind: "gone", id };
}
