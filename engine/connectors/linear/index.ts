import type { ConnectorDefinition } from "../connector";
import { createLinearConnector } from "./create-linear-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const linear: ConnectorDefinition = {
  declaration: {
    id: "linear",
    name: "Linear",
    description: "Your workspace's issues with their comments, projects, initiatives, updates and documents.",
    reads: [
      "Issues with status, assignee, labels, dates, estimate, cycle and comments",
      "Parents, sub-issues and relations by name; attached links by title",
      "Projects with milestones, members, links and comments",
      "Initiatives with their projects and comments",
      "Status updates of projects and initiatives, documents, each with comments",
    ],
    notRead: [
      "History of changes, reactions and votes",
      "Files uploaded into texts, and contents of attached links",
      "Customer requests, releases and descriptions of cycles",
      "Comments on initiatives written since they last changed",
    ],
    icon: "stripes",
    permissions: [],
    settings: [
      {
        key: "teams",
        label: "Teams",
        help: "Only issues of these teams, by key, such as ENG. Leave empty for all teams.",
        kind: "list",
        initial: "",
      },
      {
        key: "labels",
        label: "Labels",
        help: "Only issues with one of these labels; then no projects, initiatives and documents. Leave empty for all.",
        kind: "list",
        initial: "",
      },
      {
        key: "documents",
        label: "Projects, initiatives, updates and documents",
        help: "Also brings projects and initiatives with their updates, and documents.",
        kind: "boolean",
        initial: true,
      },
      {
        key: "since",
        label: "Not older than",
        help: "Only what was touched on or after this day. Leave empty for everything.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 5,
    pruneMinutes: 24 * 60,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: createLinearConnector,
};
