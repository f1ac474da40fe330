import type { ConnectorDefinition } from "../connector";
import { createNotionConnector } from "./create-notion-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const notion: ConnectorDefinition = {
  declaration: {
    id: "notion",
    name: "Notion",
    description: "The pages you let Atlas see in Notion, and the rows of their databases.",
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
