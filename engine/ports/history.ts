/** An address in the browser's history. */
export interface HistoryEntry {
  readonly url: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly lastVisitAt: number;
  readonly visitCount: number;
}

/** The browser's history. Rejects with PermissionError when the permission was withdrawn. */
export interface History {
  /** Entries last visited at or after `since`, newest first. */
  list(since: number): Promise<readonly HistoryEntry[]>;
}
