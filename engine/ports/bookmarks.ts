/** A bookmark with the names of the folders above it, outermost first. */
export interface BookmarkEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly folders: readonly string[];
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
}

/** The browser's bookmarks. Rejects with PermissionError when the permission was withdrawn. */
export interface Bookmarks {
  list(): Promise<readonly BookmarkEntry[]>;
}
