import type { ConnectorDefinition } from "../connector";
import { createGmailConnector } from "./create-gmail-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const gmail: ConnectorDefinition = {
  declaration: {
    id: "gmail",
    name: "Gmail",
    description: "Your conversations, each message with a link of its own.",
    reads: [
      "Conversations with all their messages, as plain text and HTML",
      "Attachments up to 10 MB in every format that files are read in, among them invitations and forwarded mails",
      "Your own labels",
      "Sender, recipients and dates",
    ],
    notRead: [
      "Spam, trash, drafts and chats; promotions unless you choose them",
      "Pictures, audio and video in messages",
      "Attachments beyond 30 files or 30 MB of a conversation",
      "Encrypted messages, and files that are only linked",
      "Stars and Gmail's own categories",
    ],
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
