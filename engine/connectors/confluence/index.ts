import type { ConnectorDefinition } from "../connector";
import { siteFields } from "../shared/vendors/atlassian/service";
import { createConfluenceConnector } from "./create-confluence-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const confluence: ConnectorDefinition = {
  declaration: {
    id: "confluence",
    name: "Confluence",
    description: "The pages and blog posts you can see in Confluence.",
    icon: "waves",
    permissions: [],
    settings: [
      ...siteFields,
      {
        key: "spaces",
        label: "Spaces",
        help: "Keys of the spaces to read; leave it empty for all you can see.",
        kind: "list",
        initial: "",
      },
      {
        key: "since",
        label: "Updated since",
        help: "Leaves out pages that nobody has touched since this day.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 15,
    pruneMinutes: 24 * 60,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: createConfluenceConnector,
};
