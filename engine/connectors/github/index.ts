import type { ConnectorDefinition } from "../connector";
import { createGitHubConnector } from "./create-github-connector";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const github: ConnectorDefinition = {
  declaration: {
    id: "github",
    name: "GitHub",
    description:
      "Issues and pull requests with everything said on them, and the documentation in repositories.",
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
        help: "Also brings README and other Markdown and text files.",
        kind: "boolean",
        initial: true,
      },
      {
        key: "since",
        label: "Not older than",
        help: "Only issues and pull requests touched on or after this day. Leave empty for everything.",
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
