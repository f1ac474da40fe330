import type { ConnectorDefinition } from "../connector";
import { createLinearConnector } from "./create-linear-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const linear: ConnectorDefinition = {
  declaration: {
    id: "linear",
    name: "Linear",
    description: "Your workspace's issues with their comments, project updates and documents.",
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
        help: "Only issues with one of these labels; then no project updates and documents. Leave empty for all.",
        kind: "list",
        initial: "",
      },
      {
        key: "documents",
        label: "Project updates and documents",
        help: "Also brings project updates with their comments, and documents.",
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
