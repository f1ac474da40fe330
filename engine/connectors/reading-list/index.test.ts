import { expect, test } from "vitest";
import { PermissionError } from "../../errors/permission-error";
import type { ReadingListEntry } from "../../ports/reading-list";
import { testConnector } from "../../testing/suites/test-connector";
import { readingList } from ".";
import { toDocument } from "./to-document";

testConnector(readingList, () => {
  const entries = new Map<string, ReadingListEntry>();
  let allowed = true;
  const add = (url: string, title: string, read = false) => {
    entries.set(title, { url, title, read, addedAt: 0, updatedAt: 0 });
    return url;
  };
  return {
    ports: {
      readingList: {
        list: async () => {
          if (!allowed)
            throw new PermissionError("Cannot read the reading list: allow Atlas to see it again");
          return [...entries.values()];
        },
      },
    },
    create: (name) => add(`https://example.com/${name}`, name),
    update: (name) => add(`https://example.com/${name}`, name, true),
    remove: (name) => entries.delete(name),
    createMalformed: (name) => add("http://[", name),
    revoke: () => {
      allowed = false;
    },
  };
});

test("toDocument() distinguishes read from unread in text, container and version", () => {
  const entry = { url: "https://a.com/", title: "A", read: false, addedAt: 1, updatedAt: 2 };
  const unread = toDocument(entry);
  const read = toDocument({ ...entry, read: true });
  expect(unread.content).toMatchObject({ text: "A\n\na.com\n\nUnread, in the reading list" });
  expect([unread.container, read.container]).toEqual([["Unread"], ["Read"]]);
  expect(read.version).not.toBe(unread.version);
});
