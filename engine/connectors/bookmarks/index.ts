import type { ConnectorDefinition } from "../connector";
import { createPageListConnector } from "../shared/pages/create-page-list-connector";
import { readPagesField } from "../shared/pages/read-pages-field";
import { toDocument } from "./to-document";

export const bookmarks: ConnectorDefinition = {
  declaration: {
    id: "bookmarks",
    name: "Bookmarks",
    description: "The pages you bookmarked, with the folders they are in.",
    reads: ["Titles, addresses and folders of bookmarks", "The pages themselves, where you switch that on"],
    notRead: ["What a page shows only after signing in", "Bookmarks of other addresses than http and https"],
    icon: "bookmark",
    permissions: ["bookmarks"],
    settings: [readPagesField],
    multiple: false,
    addedBy: "switch",
    changeEvents: ["onCreated", "onRemoved", "onChanged", "onMoved", "onImportEnded"].map(
      (event) => `bookmarks.${event}`,
    ),
    // Events keep the source fresh; the interval retries pages that could not be fetched.
    intervalMinutes: 24 * 60,
  },
  create: (context) =>
    createPageListConnector(context, async () => (await context.bookmarks.list()).map(toDocument)),
};
