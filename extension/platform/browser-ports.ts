import type { BrowserPorts } from "../../engine/ports/browser-ports";
import { browserBookmarks } from "./browser-bookmarks";
import { browserHistory } from "./browser-history";
import { browserReadingList } from "./browser-reading-list";
import { browserTabs } from "./browser-tabs";
import { openFolder } from "./folder-handles";

/** The browser as the engine's connectors read it. */
export const browserPorts: BrowserPorts = {
  bookmarks: browserBookmarks,
  history: browserHistory,
  readingList: browserReadingList,
  tabs: browserTabs,
  folders: { open: openFolder },
};
