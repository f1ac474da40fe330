import type { ConnectorDefinition } from "../connector";
import { createGmailConnector } from "./create-gmail-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const gmail: ConnectorDefinition = {
  declaration: {
    id: "gmail",
    name: "Gmail",
    description: "Your conversations, each message with a link of its own.",
    icon: "mail",
    permissions: [],
    settings: [
      {
        key: "labels",
        label: "Labels",
        help: "Names of labels, separated by commas; only conversations with one of them. Empty for all mail.",
        kind: "list",
        initial: "",
      },
      {
        key: "promotions",
        label: "Read promotions",
        help: "Mail that Gmail sorts under Promotions.",
        kind: "boolean",
        initial: false,
      },
      {
        key: "since",
        label: "Since",
        help: "Leaves out conversations without a message from this day on. Empty for all.",
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
  create: createGmailConnector,
};
