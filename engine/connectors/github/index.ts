import type { ConnectorDefinition } from "../connector";
import { createGitHubConnector } from "./create-github-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const github: ConnectorDefinition = {
  declaration: {
    id: "github",
    name: "GitHub",
    description:
      "Issues, pull requests and discussions with everything said on them, releases, and the files of repositories.",
    reads: [
      "Issues and pull requests with comments, reviews, labels, milestone, closing reason and sub-issues",
      "Linked pull requests, mentions and commits from their history",
      "Discussions with their answers, and releases with their notes",
      "README, Markdown, text and notebook files, and the source code of repositories you name",
    ],
    notRead: [
      "Wikis, for which GitHub has no interface",
      "Projects, actions, commits and changed lines, except those that review comments are about",
      "Source code of repositories you don't name; lock files, generated files and files over 256 KB",
      "Pictures and attached files",
    ],
    icon: "branch",
    permissions: [],
    settings: [
      {
        key: "repos",
        label: "Repositories",
        help: "Only these, as owner/name, or an owner for all of theirs. Leave empty for all you can reach except forks.",
        kind: "list",
        initial: "",
      },
      {
        key: "files",
        label: "Documentation",
        help: "Also brings README and other Markdown, text and notebook files.",
        kind: "boolean",
        initial: true,
      },
      {
        key: "code",
        label: "Source code",
        help: "Repositories whose source code is read too, as owner/name. Leave empty for none.",
        kind: "list",
        initial: "",
      },
      {
        key: "since",
        label: "Not older than",
        help: "Only issues, pull requests and discussions touched on or after this day. Leave empty for everything.",
        kind: "date",
        initial: "",
      },
      {
        key: "baseUrl",
        label: "Enterprise server",
        help: "Address of a GitHub Enterprise Server, such as https://github.example.com. Leave empty for github.com.",
        kind: "url",
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
  create: createGitHubConnector,
};
