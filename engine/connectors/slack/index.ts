import type { ConnectorDefinition } from "../connector";
import { createSlackConnector } from "./create-slack-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const slack: ConnectorDefinition = {
  declaration: {
    id: "slack",
    name: "Slack",
    description: "Threads and channel days of the conversations you are in.",
    icon: "hash",
    permissions: [],
    settings: [
      {
        key: "channels",
        label: "Channels",
        help: "Only these channels, by name. Leave empty for all you are in.",
        kind: "list",
        initial: "",
      },
      {
        key: "directMessages",
        label: "Direct messages",
        help: "Also brings your direct messages; the sign-in must allow it.",
        kind: "boolean",
        initial: false,
      },
      {
        key: "since",
        label: "Not older than",
        help: "Only messages of this day and later. Leave empty for everything.",
        kind: "date",
        initial: "",
      },
      {
        key: "windowDays",
        label: "Days to read again",
        help: "How far back edits and deletions are looked for, once a day.",
        kind: "number",
        initial: 30,
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 15,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: createSlackConnector,
};
