import { describe, expect, test } from "vitest";
import { toDocument } from "./to-document";

const entry = {
  id: "7",
  title: "Release checklist",
  url: "https://docs.example.com/release-checklist.html?team=web",
  folders: ["Bookmarks bar", "Work"],
  addedAt: 5,
};

describe("toDocument()", () => {
  test("keeps title, address, folders and date", () => {
    expect(toDocument(entry)).toMatchObject({
      id: "7",
      type: "bookmark",
      title: "Release checklist",
      url: entry.url,
      container: ["Bookmarks bar", "Work"],
      createdAt: 5,
    });
  });

  test("describes the page by its title, the words of its address and its folders", () => {
    expect(toDocument(entry).content).toEqual({
      kind: "text",
      mediaType: "text/markdown",
      text: "Release checklist\n\ndocs.example.com release checklist html web\n\nIn Bookmarks bar › Work",
    });
  });

  test("uses the address when the title is missing", () => {
    expect(toDocument({ ...entry, title: "" }).title).toBe(entry.url);
  });

  test.each([
    ["renamed", { title: "Checklist" }],
    ["moved", { folders: ["Work"] }],
    ["given another address", { url: "https://example.com/" }],
  ])("changes the version when the bookmark is %s", (_, change) => {
    expect(toDocument({ ...entry, ...change }).version).not.toBe(toDocument(entry).version);
  });

  test("keeps the version when nothing displayed has changed", () => {
    expect(toDocument({ ...entry, addedAt: 6 }).version).toBe(toDocument(entry).version);
  });
});
