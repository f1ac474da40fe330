export interface ReadingListEntry {
  readonly url: string;
  readonly title: string;
  readonly read: boolean;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  /** Milliseconds since the epoch. */
  readonly updatedAt: number;
}

/** The browser's reading list. Rejects with PermissionError when the permission was withdrawn. */
export interface ReadingList {
  list(): Promise<readonly ReadingListEntry[]>;
}
