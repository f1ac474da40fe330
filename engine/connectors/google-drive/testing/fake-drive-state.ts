import type { drive_v3 } from "@googleapis/drive";

export const FOLDER = "application/vnd.google-apps.folder";
const DOCUMENT = "application/vnd.google-apps.document";

export interface StoredFile {
  readonly file: drive_v3.Schema$File & { readonly id: string };
  readonly content: string | Uint8Array;
}

/** An entry of a change log; only the last one of each file is reported. */
export interface LoggedChange {
  readonly fileId: string;
  readonly driveId: string | undefined;
}

/** The content of a Drive, with its change log. */
export interface FakeDriveState {
  readonly drives: drive_v3.Schema$Drive[];
  /** By file. */
  readonly comments: Map<string, readonly drive_v3.Schema$Comment[]>;
  readonly log: readonly LoggedChange[];
  /** Last modified first. */
  files(): readonly StoredFile[];
  find(id: string): StoredFile | undefined;
  /** A Google document by default. */
  add(file: drive_v3.Schema$File, content?: string | Uint8Array): string;
  write(id: string, content: string): void;
  /** Does not count as a modification. */
  change(id: string, fields: Partial<drive_v3.Schema$File>): void;
  remove(id: string): void;
  /** Trashes a file with its folder: without an entry in the log. */
  trashSilently(id: string): void;
  /** From now on, files have no optional fields. */
  omitOptional(): void;
  /** In the format of the API. */
  toJson(stored: StoredFile): drive_v3.Schema$File;
}

export function createFakeDriveState(now: () => number, owner: drive_v3.Schema$User): FakeDriveState {
  const files = new Map<string, StoredFile>();
  const log: LoggedChange[] = [];
  const drives: drive_v3.Schema$Drive[] = [];
  let omitsOptional = false;
  const root = { id: "root", name: "My Drive", mimeType: FOLDER };
  files.set("root", { file: root, content: "" });

  /** What is in a shared drive is seen by its members, and by those it is shared with. */
  const isVisible = ({ driveId, sharedWithMeTime }: drive_v3.Schema$File) =>
    !driveId || sharedWithMeTime !== undefined || drives.some(({ id }) => id === driveId);

  const put = (stored: StoredFile) => {
    const { id, driveId } = stored.file;
    // Removed and added again, so that the last written of files with the same time is the newest.
    files.delete(id);
    files.set(id, stored);
    log.push({ fileId: id, driveId: driveId ?? undefined });
  };
  const get = (id: string) => {
    const stored = files.get(id);
    if (!stored) throw new Error(`There is no file "${id}"`);
    return stored;
  };
  return {
    drives,
    comments: new Map(),
    log,
    files: () =>
      [...files.values()]
        .filter(({ file }) => file.id !== "root" && isVisible(file))
        .reverse()
        .sort((a, b) => Date.parse(b.file.modifiedTime ?? "") - Date.parse(a.file.modifiedTime ?? "") || 0),
    find: (id) => {
      const stored = files.get(id);
      return stored && isVisible(stored.file) ? stored : undefined;
    },
    add: (fields, content = "") => {
      const id = fields.id ?? `file-${log.length + 1}`;
      const size = typeof content === "string" ? {} : { size: String(content.length) };
      const file = { ...ownFile(id, owner, new Date(now()).toISOString()), ...size, ...fields, id };
      put({ file, content });
      return id;
    },
    write: (id, content) => {
      put({ file: { ...get(id).file, modifiedTime: new Date(now()).toISOString() }, content });
    },
    change: (id, fields) => put({ ...get(id), file: { ...get(id).file, ...fields, id } }),
    remove: (id) => {
      const { driveId } = get(id).file;
      files.delete(id);
      log.push({ fileId: id, driveId: driveId ?? undefined });
    },
    trashSilently: (id) => {
      const stored = get(id);
      files.set(id, { ...stored, file: { ...stored.file, trashed: true } });
    },
    omitOptional: () => {
      omitsOptional = true;
    },
    toJson: ({ file }) => {
      const required = ["id", "name", "mimeType", "modifiedTime"];
      return omitsOptional
        ? Object.fromEntries(Object.entries(file).filter(([name]) => required.includes(name)))
        : file;
    },
  };
}

/** A Google document of the person's own. */
function ownFile(id: string, owner: drive_v3.Schema$User, time: string) {
  return {
    kind: "drive#file",
    mimeType: DOCUMENT,
    trashed: false,
    createdTime: time,
    modifiedTime: time,
    webViewLink: `https://docs.google.com/document/d/${id}/edit`,
    owners: [owner],
    lastModifyingUser: owner,
    ownedByMe: true,
  } satisfies drive_v3.Schema$File;
}
