import { PermissionError } from "../../errors/permission-error";
import type { BookmarkEntry } from "../../ports/bookmarks";
import { testConnector } from "../../testing/suites/test-connector";
import { bookmarks } from ".";

testConnector(bookmarks, () => {
  const entries = new Map<string, BookmarkEntry>();
  let allowed = true;
  const add = (name: string, url: string) => {
    entries.set(name, { id: name, title: name, url, folders: ["Bar"], addedAt: 0 });
    return name;
  };
  return {
    ports: {
      bookmarks: {
        list: async () => {
          if (!allowed) throw new PermissionError("Cannot read bookmarks: allow Atlas to see them again");
          return [...entries.values()];
        },
      },
    },
    create: (name) => add(name, `https://example.com/${name}`),
    update: (name) => entries.set(name, { ...entries.get(name)!, folders: ["Bar", "Moved"] }),
    remove: (name) => entries.delete(name),
    createMalformed: (name) => add(name, "javascript:alert(1)"),
    revoke: () => {
      allowed = false;
    },
  };
});
