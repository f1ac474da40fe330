import type { ConnectorDefinition } from "../connector";
import { createDriveConnector } from "./create-drive-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const googleDrive: ConnectorDefinition = {
  declaration: {
    id: "google-drive",
    name: "Google Drive",
    description: "Docs, Sheets, Slides, PDFs, Office and text files in your Drive and in shared drives.",
    reads: [
      "Docs with all their tabs, all sheets of Sheets, Slides with speaker notes, Drawings",
      "PDF, Word, Excel, PowerPoint, OpenDocument, mail, HTML, Markdown and text files",
      "Descriptions and comments with their replies",
      "Files shared with you out of drives you are no member of",
      "Forms, Sites, maps and shortcuts by name and description",
    ],
    notRead: [
      "Suggested edits in Docs",
      "Comments written since a file was last changed",
      "Answers of Forms and pages of Sites",
      "Text in pictures, recordings and archives",
      "Files larger than 20 MB; Docs, Sheets and Slides larger than 10 MB in full",
    ],
    icon: "triangle",
    permissions: [],
    settings: [
      {
        key: "folders",
        label: "Folders",
        help: "Names of folders, separated by commas; only what is in them, at any depth. Empty for everything.",
        kind: "list",
        initial: "",
      },
      {
        key: "sharedDrives",
        label: "Read shared drives",
        help: "Every shared drive you are a member of, besides your own files and those shared with you.",
        kind: "boolean",
        initial: true,
      },
      {
        key: "since",
        label: "Changed since",
        help: "Leaves out files last changed before this day. Empty for all.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    pruneMinutes: 24 * 60,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: createDriveConnector,
};
