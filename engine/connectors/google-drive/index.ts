import type { ConnectorDefinition } from "../connector";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { readListSetting } from "../shared/settings/read-list-setting";
import { createGoogleService } from "../shared/vendors/google/create-google-service";
import { createGoogleSignIn, GOOGLE_TOKEN_HOST } from "../shared/vendors/google/sign-in";
import { createDriveClient } from "./client";
import { createDriveConnector } from "./create-drive-connector";

export const googleDrive: ConnectorDefinition = {
  declaration: {
    id: "google-drive",
    name: "Google Drive",
    description: "Docs, Sheets, Slides, PDFs and text files in your Drive and in shared drives.",
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
    service: {
      hosts: ["https://www.googleapis.com/*", GOOGLE_TOKEN_HOST],
      signIn: createGoogleSignIn({
        scopes: ["https://www.googleapis.com/auth/drive.readonly"],
        allows: "read the files in your Drive",
      }),
      limits: [{ id: "requests", requests: 600, windowMs: 60_000 }],
      concurrent: 8,
      liveSearch: true,
    },
  },
  service: createGoogleService(async ({ api, signal }) => {
    const { permissionId, emailAddress, displayName } = await createDriveClient(api).about(signal);
    return { id: permissionId, name: emailAddress ?? displayName ?? permissionId };
  }),
  create: ({ source, api, clock, known, withPrefix }) =>
    createDriveConnector({
      client: createDriveClient(api),
      clock,
      known,
      withPrefix,
      sharedDrives: source.settings.sharedDrives !== false,
      filter: {
        folders: readListSetting(source.settings, "folders"),
        since: readDateSetting(source.settings, "since"),
      },
    }),
};
