import type { ConnectorDefinition } from "../connector";
import { siteFields } from "../shared/vendors/atlassian/service";
import { createConfluenceConnector } from "./create-confluence-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const confluence: ConnectorDefinition = {
  declaration: {
    id: "confluence",
    name: "Confluence",
    description: "The pages and blog posts you can see in Confluence, with their comments.",
    reads: [
      "Pages and blog posts with the names of the people they mention, tasks, decisions, panels and folded parts",
      "Comments below a page and on words of it, with replies and whether they are resolved",
      "Labels and names of attachments",
      "The text of attached files up to 5 MB, ten of a page (Data Center only)",
    ],
    notRead: [
      "What Confluence computes: lists of pages, reports, charts, diagrams; the page names them",
      "The text of attached files in the cloud, pictures and videos; the page names them",
      "Parts included from another page: they are read with that page",
      "Whiteboards, databases, earlier versions, likes and page restrictions",
    ],
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
        key: "attachments",
        label: "Attachments",
        help: "On your own server, also brings the text of attached files up to 5 MB.",
        kind: "boolean",
        initial: true,
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
