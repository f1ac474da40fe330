import { SettingsError } from "../../errors/settings-error";
import type { DirectoryHandle, FileHandle } from "../../ports/folders";
import type { Listing } from "../shared/pull/listing/create-listing-connector";
import { assertRootReadable, toFolderError } from "./folder-access";
import { isExcluded } from "./is-excluded";

/** A file; the id is its path below the folder, with `/` between names. */
export interface ListedFile {
  readonly id: string;
  readonly handle: FileHandle;
}

/** A directory that is not listed. Its id ends in `/`, so that it differs from every file's id. */
export interface ListedProblem {
  readonly id: string;
  readonly outcome: "skipped" | "failed";
  readonly reason: string;
}

export interface FolderListing extends Listing<ListedFile | ListedProblem> {
  readonly root: DirectoryHandle;
  /** False when no file with this id can exist now; true for ids inside a directory that cannot be listed. */
  mayExist(id: string): boolean;
}

export interface ListFolderOptions {
  /** The person's name for the folder. */
  readonly label: string;
  readonly includeHidden: boolean;
  readonly signal: AbortSignal;
}

/** A deeper tree contains itself through a link. */
const MAX_DEPTH = 64;

/** Stops the walk of a tree that contains itself more than once, and limits the listing to about 100 MB. */
const MAX_ITEMS = 500_000;

/**
 * Lists the whole tree, sorted by path. Rejects with PermissionError when access must be granted again, NotFoundError
 * when the folder does not exist, SettingsError when it is too large.
 */
export async function listFolder(root: DirectoryHandle, options: ListFolderOptions): Promise<FolderListing> {
  const items: (ListedFile | ListedProblem)[] = [];
  for await (const item of walk(root, options)) {
    items.push(item);
    if (items.length > MAX_ITEMS) throw createTooLargeError(options.label);
  }
  items.sort((one, other) => (one.id < other.id ? -1 : 1));
  const ids = new Set(items.map(({ id }) => id));
  const unlistable = items.flatMap((item) =>
    "outcome" in item && item.outcome === "failed" ? [item.id] : [],
  );
  const [first] = unlistable;
  return {
    items,
    root,
    mayExist: (id) => ids.has(id) || unlistable.some((prefix) => id.startsWith(prefix)),
    ...(first === undefined ? {} : { incomplete: createIncompleteReason(first, options.label) }),
  };
}

async function* walk(
  root: DirectoryHandle,
  { label, includeHidden, signal }: ListFolderOptions,
): AsyncGenerator<ListedFile | ListedProblem> {
  // A stack of pending directories instead of recursion, so that depth does not exhaust the call stack.
  const pending = [{ directory: root, prefix: "", depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    signal.throwIfAborted();
    const { directory, prefix, depth } = next;
    const entries = depth > MAX_DEPTH ? TOO_DEEP : await listDirectory(directory, root, label);
    if ("outcome" in entries) {
      yield { ...entries, id: prefix };
      continue;
    }
    for (const entry of entries.filter((each) => !isExcluded(each, includeHidden))) {
      const id = prefix + entry.name;
      if (entry.kind === "file") yield { id, handle: entry };
      else pending.push({ directory: entry, prefix: `${id}/`, depth: depth + 1 });
    }
  }
}

const TOO_DEEP = {
  outcome: "skipped",
  reason: `Nested deeper than ${MAX_DEPTH} folders, which looks like a loop`,
} as const;

const UNLISTABLE = { outcome: "failed", reason: "Cannot list what is in this folder" } as const;

async function listDirectory(
  directory: DirectoryHandle,
  root: DirectoryHandle,
  label: string,
): Promise<readonly (FileHandle | DirectoryHandle)[] | typeof UNLISTABLE> {
  const entries: (FileHandle | DirectoryHandle)[] = [];
  try {
    for await (const entry of directory.values()) entries.push(entry);
    return entries;
  } catch (error) {
    if (directory === root) throw toFolderError(label, error);
    await assertRootReadable(root, label);
    return UNLISTABLE;
  }
}

function createTooLargeError(label: string): SettingsError {
  return new SettingsError(
    `Cannot read the folder "${label}": it holds more than ${MAX_ITEMS.toLocaleString("en")} files; add a smaller folder`,
  );
}

function createIncompleteReason(prefix: string, label: string): string {
  return `Cannot tell which files of "${label}" are gone: "${prefix}" cannot be listed`;
}
