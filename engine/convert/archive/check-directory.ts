import { SkipItemError } from "../../errors/skip-item-error";
import { type ArchiveLimits, MIN_RATIO_BYTES } from "./archive";
import { grouped, tooLarge, unsafe } from "./archive-errors";
import { normaliseEntryName } from "./entry-name";
import { type Directory, type DirectoryEntry, dataStart } from "./read-directory";

/** An entry whose place and sizes were checked. */
export interface CheckedEntry extends DirectoryEntry {
  readonly name: string;
  /** Where its packed bytes start. */
  readonly start: number;
}

interface CheckOptions {
  readonly bytes: Uint8Array;
  readonly limits: ArchiveLimits;
  readonly name: string;
  readonly kind: string;
}

/**
 * The files of an archive by name. Throws SkipItemError for more than Atlas unpacks, and ReadItemError for what no
 * program writes: two entries with one name, in the same place, or with a path out of the archive.
 */
export function checkDirectory(directory: Directory, options: CheckOptions): Map<string, CheckedEntry> {
  checkAmount(directory.entries, options);
  const files = new Map<string, CheckedEntry>();
  const places: Place[] = [];
  for (const entry of directory.entries) {
    const checked = checkEntry(entry, options);
    if (files.has(checked.name)) throw unsafe(options, `it holds "${checked.name}" twice`);
    const end = checked.start + checked.packedSize;
    if (end > directory.start) throw unsafe(options, `"${checked.name}" reaches out of it`);
    places.push({ start: checked.offset, end });
    if (!checked.name.endsWith("/")) files.set(checked.name, checked);
  }
  if (overlap(places)) throw unsafe(options, "several of its files are stored in the same place");
  return files;
}

function checkAmount(entries: readonly DirectoryEntry[], { limits, name }: CheckOptions): void {
  if (entries.length > limits.entries) {
    const counts = `${grouped(entries.length)} files; Atlas reads up to ${grouped(limits.entries)}`;
    throw new SkipItemError(`"${name}" holds ${counts}; unpack it and add the folder`);
  }
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  if (total > limits.bytes) throw tooLarge(name, total, limits);
  const bomb = entries.find(
    ({ size, packedSize }) => size > MIN_RATIO_BYTES && size > packedSize * limits.ratio,
  );
  if (bomb) {
    const reason = `"${printable(bomb.rawName)}" in it unpacks to more than ${limits.ratio} times its size`;
    throw new SkipItemError(`"${name}" is not read: ${reason}; open it and save it again`);
  }
}

function checkEntry(entry: DirectoryEntry, options: CheckOptions): CheckedEntry {
  const name = normaliseEntryName(entry.rawName);
  if (name === undefined) throw unsafe(options, `the path "${printable(entry.rawName)}" leads out of it`);
  const start = dataStart(options.bytes, entry.offset);
  if (start === undefined) throw unsafe(options, `"${name}" is missing in it`);
  return { ...entry, name, start };
}

function printable(name: string): string {
  return name.replace(/\p{Cc}/gu, "\ufffd").slice(0, 80);
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function overlap(places: Place[]): boolean {
  places.sort((a, b) => a.start - b.start);
  return places.some(({ start }, at) => start < (places[at - 1]?.end ?? 0));
}
