import { bookmarks } from "./bookmarks";
import { confluence } from "./confluence";
import type { ConnectorDefinition } from "./connector";
import { folder } from "./folder";
import { github } from "./github";
import { gmail } from "./gmail";
import { googleCalendar } from "./google-calendar";
import { googleDrive } from "./google-drive";
import { history } from "./history";
import { jira } from "./jira";
import { linear } from "./linear";
import { notion } from "./notion";
import { openTabs } from "./open-tabs";
import { readingList } from "./reading-list";
import { savedPages } from "./saved-pages";
import { slack } from "./slack";

/** Every source Atlas knows, one line each, in the order they are offered. */
export const connectors: readonly ConnectorDefinition[] = [
  bookmarks,
  history,
  readingList,
  openTabs,
  folder,
  savedPages,
  github,
  linear,
  slack,
  googleDrive,
  gmail,
  googleCalendar,
  notion,
  jira,
  confluence,
];
