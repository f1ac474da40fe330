import type { ConnectorDefinition } from "../connector";
import { createNotionConnector } from "./create-notion-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const notion: ConnectorDefinition = {
  declaration: {
    id: "notion",
    name: "Notion",
    description: "The pages you let Atlas see in Notion, and their databases with all rows.",
    reads: [
      "Pages with all their blocks, tables, to-dos, meeting notes and transcripts",
      "Properties of pages and rows: related pages by title, people by name, formulas, rollups, dates",
      "Mentions of people, pages and dates by name",
      "Open comments on pages, and on text where Notion says on which block",
      "Descriptions and columns of databases",
    ],
    notRead: [
      "What is in files and pictures: their names and captions are read",
      "Resolved comments; comments that were added after a page was last edited",
      "Views of databases, forms, and other blocks that Notion does not give to integrations",
      "Pages that are not shared with the integration",
    ],
    icon: "notebook",
    permissions: [],
    settings: [
      {
        key: "since",
        label: "Edited since",
        help: "Leaves out pages that nobody has edited since this day.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    pruneMinutes: 12 * 60,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: createNotionConnector,
};
