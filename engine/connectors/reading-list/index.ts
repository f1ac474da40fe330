import type { ConnectorDefinition } from "../connector";
import { createPageListConnector } from "../shared/pages/create-page-list-connector";
import { readPagesField } from "../shared/pages/read-pages-field";
import { toDocument } from "./to-document";

export const readingList: ConnectorDefinition = {
  declaration: {
    id: "reading-list",
    name: "Reading list",
    description: "The pages you put aside to read, and whether you have read them.",
    reads: [
      "Titles and addresses, and whether you have read them",
      "The pages themselves, where you switch that on",
    ],
    notRead: ["What a page shows only after signing in"],
    icon: "book",
    permissions: ["readingList"],
    settings: [readPagesField],
    multiple: false,
    addedBy: "switch",
    changeEvents: ["onEntryAdded", "onEntryRemoved", "onEntryUpdated"].map((event) => `readingList.${event}`),
    // Events keep the source fresh; the interval retries pages that could not be fetched.
    intervalMinutes: 24 * 60,
  },
  create: (context) =>
    createPageListConnector(context, async () => (await context.readingList.list()).map(toDocument)),
};
