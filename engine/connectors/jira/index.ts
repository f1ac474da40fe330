import type { ConnectorDefinition } from "../connector";
import { siteFields } from "../shared/vendors/atlassian/service";
import { createJiraConnector } from "./create-jira-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const jira: ConnectorDefinition = {
  declaration: {
    id: "jira",
    name: "Jira",
    description: "The issues you can see in Jira, with their comments.",
    reads: [
      "Issues with all their fields, those of your site's own included: sprint, story points, acceptance criteria",
      "Comments and worklogs",
      "Parents, sub-tasks and links with key, summary and status",
      "Attached files up to 5 MB, ten of an issue",
    ],
    notRead: [
      "The history of changes, votes and watchers",
      "Links to other sites, and the development panel",
      "Pictures, videos, archives and larger files; the issue names them",
      "Boards, dashboards and filters",
    ],
    icon: "ticket",
    permissions: [],
    settings: [
      ...siteFields,
      {
        key: "projects",
        label: "Projects",
        help: "Keys or names of the projects to read; leave it empty for all you can see.",
        kind: "list",
        initial: "",
      },
      {
        key: "labels",
        label: "Labels",
        help: "Reads only issues with one of these labels.",
        kind: "list",
        initial: "",
      },
      {
        key: "attachments",
        label: "Attachments",
        help: "Also brings the text of attached files up to 5 MB.",
        kind: "boolean",
        initial: true,
      },
      {
        key: "since",
        label: "Updated since",
        help: "Leaves out issues that nobody has touched since this day.",
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
  create: createJiraConnector,
};
