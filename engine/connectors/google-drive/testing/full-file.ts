import type { drive_v3 } from "@googleapis/drive";

/** A file with every field that is read. */
export const fullFile = {
  id: "full",
  name: "Release plan",
  mimeType: "application/vnd.google-apps.document",
  createdTime: "2024-12-01T08:00:00.000Z",
  modifiedTime: "2025-01-02T09:30:00.000Z",
  description: "For the board",
  webViewLink: "https://docs.google.com/document/d/full/edit",
  size: "12",
  md5Checksum: "d41d",
  parents: ["folder"],
  driveId: "drive-foreign",
  shortcutDetails: { targetId: "target", targetMimeType: "application/vnd.google-apps.document" },
  owners: [{ displayName: "Ada Byron", emailAddress: "ada@example.com" }],
  lastModifyingUser: { displayName: "Mira Novak", emailAddress: "mira@example.com" },
  trashed: false,
} satisfies drive_v3.Schema$File;

export const fullComment = {
  id: "c1",
  content: "Is this right?",
  author: { displayName: "Bo Lee" },
  createdTime: "2025-01-03T10:00:00Z",
  resolved: true,
  deleted: false,
  quotedFileContent: { mimeType: "text/html", value: "the budget" },
  replies: [
    {
      content: "Yes",
      author: { displayName: "Cy Dee" },
      createdTime: "2025-01-04T10:00:00Z",
      deleted: false,
      action: "resolve",
    },
  ],
} satisfies drive_v3.Schema$Comment;
