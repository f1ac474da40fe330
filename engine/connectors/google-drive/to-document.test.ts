import type { drive_v3 } from "@googleapis/drive";
import { describe, expect, test } from "vitest";
import { driveFile } from "./schema";
import { toDocument, versionOf } from "./to-document";

/** Checked against Google's types, so that every field read exists at Google. */
const asked: readonly (keyof drive_v3.Schema$File)[] = driveFile.keyof().options;

const reply = {
  id: "1AbC",
  name: "Release plan",
  mimeType: "application/vnd.google-apps.document",
  createdTime: "2024-12-01T08:00:00.000Z",
  modifiedTime: "2025-01-02T09:30:00.000Z",
  webViewLink: "https://docs.google.com/document/d/1AbC/edit",
  owners: [{ displayName: "Ada Byron", emailAddress: "ada@example.com" }],
  lastModifyingUser: { emailAddress: "mira@example.com" },
} satisfies drive_v3.Schema$File;

const file = driveFile.parse(reply);
const located = { file, container: ["My Drive", "Plans"] };
const content = { kind: "text", mediaType: "text/markdown", text: "# Plan" } as const;
const read = { content };

describe("toDocument()", () => {
  test("keeps name, people, folders, dates and link", () => {
    expect(toDocument(located, read)).toEqual({
      id: "1AbC",
      type: "file",
      title: "Release plan",
      url: "https://docs.google.com/document/d/1AbC/edit",
      version: versionOf(located),
      author: "Ada Byron",
      people: ["Ada Byron", "mira@example.com"],
      container: ["My Drive", "Plans"],
      createdAt: Date.UTC(2024, 11, 1, 8),
      updatedAt: Date.UTC(2025, 0, 2, 9, 30),
      content,
    });
  });

  test("builds the link when Drive gives none", () => {
    const { webViewLink: _, ...rest } = file;
    expect(toDocument({ ...located, file: rest }, read).url).toBe("https://drive.google.com/open?id=1AbC");
  });

  test.each([
    ["written", { ...located, file: { ...file, modifiedTime: "2025-01-03T00:00:00.000Z" } }],
    ["given other bytes at the same time", { ...located, file: { ...file, md5Checksum: "d41d" } }],
    ["renamed", { ...located, file: { ...file, name: "Plan" } }],
    ["moved", { ...located, container: ["My Drive", "Archive"] }],
  ])("changes the version of a file that was %s", (_, changed) => {
    expect(versionOf(changed)).not.toBe(versionOf(located));
  });

  test("reads only fields of Google's own types", () => {
    expect(asked).toContain("modifiedTime");
  });

  test.each(["javascript:alert(1)", "https://docs.google.com.evil.example/", "http://docs.google.com/"])(
    "links to the file by its id when the link is %s",
    (webViewLink) => {
      const { url } = toDocument({ ...located, file: { ...file, webViewLink } }, read);
      expect(url).toBe("https://drive.google.com/open?id=1AbC");
    },
  );
});
