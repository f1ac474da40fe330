/** A file within a zip archive. */
export interface ArchiveEntry {
  /** Its path with `/` between folders, never absolute and never out of the archive. */
  readonly name: string;
  /** The unpacked size that the directory declares; what is unpacked never exceeds it. */
  readonly size: number;
  readonly isEncrypted: boolean;
}

/**
 * A zip archive whose directory was checked. Only entries that are asked for are unpacked. Reading rejects with
 * ReadItemError (damaged, encrypted, an unknown compression), SkipItemError (over the limit) or the signal's reason.
 */
export interface Archive {
  /** In the order of the directory; without folders. */
  readonly entries: readonly ArchiveEntry[];
  has(name: string): boolean;
  /** Undefined where there is no such entry. */
  read(name: string): Promise<Uint8Array | undefined>;
  /** An entry as text: UTF-8, or UTF-16 with a byte order mark. Undefined where there is no such entry. */
  readText(name: string): Promise<string | undefined>;
  /** The pieces of an entry as they are unpacked. None where there is no such entry. */
  stream(name: string): AsyncIterable<Uint8Array>;
}

export interface ArchiveOptions {
  /** The file's name, for error messages. */
  readonly name: string;
  /** What the archive is to a person: `Word document`. An `archive` where it is left out. */
  readonly kind?: string;
  readonly signal: AbortSignal | undefined;
  readonly limits?: Partial<ArchiveLimits>;
}

/** An archive beyond one of these is skipped before anything is unpacked. */
export interface ArchiveLimits {
  /** Of all entries together, unpacked. What is read is counted as well, since a directory can lie. */
  readonly bytes: number;
  readonly entries: number;
  /** Of an entry's unpacked size to its packed size. Small entries are not checked. */
  readonly ratio: number;
}

export const DEFAULT_LIMITS: ArchiveLimits = { bytes: 200 * 1024 * 1024, entries: 20_000, ratio: 100 };

/** Entries up to this size may have any ratio: 10 MB of blanks are harmless. */
export const MIN_RATIO_BYTES = 10 * 1024 * 1024;
