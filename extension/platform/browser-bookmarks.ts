import { PermissionError } from "../../engine/errors/permission-error";
import type { BookmarkEntry, Bookmarks } from "../../engine/ports/bookmarks";

/** Bookmarks through chrome.bookmarks, which exists only while the permission is granted. */
export const browserBookmarks: Bookmarks = {
  async list() {
    if (!chrome.bookmarks) throw new PermissionError("Cannot read bookmarks: allow Atlas to see them again");
    const entries: BookmarkEntry[] = [];
    for (const root of await chrome.bookmarks.getTree()) collect(root, [], entries);
    return entries;
  },
};

function collect(
  node: chrome.bookmarks.BookmarkTreeNode,
  folders: readonly string[],
  entries: BookmarkEntry[],
): void {
  if (node.url !== undefined) {
    entries.push({ id: node.id, title: node.title, url: node.url, folders, addedAt: node.dateAdded ?? 0 });
    return;
  }
  // The root has no title and is not shown as a folder.
  const inside = node.title === "" ? folders : [...folders, node.title];
  for (const child of node.children ?? []) collect(child, inside, entries);
}
