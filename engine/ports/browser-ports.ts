import type { Bookmarks } from "./bookmarks";
import type { Folders } from "./folders";
import type { History } from "./history";
import type { ReadingList } from "./reading-list";
import type { Tabs } from "./tabs";

/** The ports that browser sources read, one for each. */
export interface BrowserPorts {
  readonly bookmarks: Bookmarks;
  readonly history: History;
  readonly readingList: ReadingList;
  readonly tabs: Tabs;
  readonly folders: Folders;
}
