export interface OpenTab {
  readonly tabId: number;
  readonly url: string;
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly lastAccessedAt: number;
}

/** The open tabs. Rejects with PermissionError when the permission was withdrawn. */
export interface Tabs {
  list(): Promise<readonly OpenTab[]>;
  /** The page's current HTML, or undefined where the person has not allowed Atlas to read that site. */
  readHtml(tabId: number): Promise<string | undefined>;
}
