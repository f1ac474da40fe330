import type { ConnectorDefinition } from "../connector";
import { createSlackConnector } from "./create-slack-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const slack: ConnectorDefinition = {
  declaration: {
    id: "slack",
    name: "Slack",
    description: "Threads and channel days of the conversations you are in.",
    reads: [
      "Messages and threads, with formatting, lists, tables and code",
      "Posts of bots and apps: blocks, attachments, labels of buttons",
      "Forwarded messages and previews of links",
      "Topics, purposes and former names of channels",
      "Reminders, answers of Slackbot, who was in a huddle",
      "Names of files, and the text that Slack sends with them: snippets, posts, mails, transcripts",
    ],
    notRead: [
      "What is in canvases, huddle notes among them, and in lists: their titles are read",
      "What is in other files and in pictures: their names are read",
      "Bookmarks of channels, reactions, who joined or left",
      "Edits and deletions older than the days to read again",
    ],
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
