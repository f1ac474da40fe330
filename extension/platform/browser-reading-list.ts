import { PermissionError } from "../../engine/errors/permission-error";
import type { ReadingList } from "../../engine/ports/reading-list";

/** The reading list through chrome.readingList, which exists only while the permission is granted. */
export const browserReadingList: ReadingList = {
  async list() {
    if (!chrome.readingList)
      throw new PermissionError("Cannot read the reading list: allow Atlas to see it again");
    const entries = await chrome.readingList.query({});
    return entries.map((entry) => ({
      url: entry.url,
      title: entry.title,
      read: entry.hasBeenRead,
      addedAt: entry.creationTime,
      updatedAt: entry.lastUpdateTime,
    }));
  },
};
