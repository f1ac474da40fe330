import { PermissionError } from "../../errors/permission-error";
import type { Account } from "../../model/credential";
import { parseRateLimit } from "../../util/parse-rate-limit";
import type { ConnectorDefinition } from "../connector";
import type { IdentifyRequest, RateLimitReply } from "../service";
import { createNotionClient, ORIGIN } from "./client";
import { createNotionConnector } from "./create-notion-connector";
import { selfSchema } from "./schema";

export const notion: ConnectorDefinition = {
  declaration: {
    id: "notion",
    name: "Notion",
    description: "The pages you let Atlas see in Notion, and the rows of their databases.",
    icon: "notebook",
    permissions: [],
    settings: [
      {
        key: "since",
        label: "Edited since",
        help: "Leaves out pages that nobody has edited since this day.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 10,
    pruneMinutes: 12 * 60,
    service: {
      hosts: [`${ORIGIN}/*`],
      signIn: [
        {
          kind: "companion",
          id: "oauth",
          label: "Sign in with Notion",
          help: "Notion asks which pages Atlas may read; you can change that in Notion at any time.",
          provider: "notion",
          authorizeUrl: `${ORIGIN}/v1/oauth/authorize`,
          // Notion has none: what an integration may do is set where it is made.
          scopes: [],
          extraParameters: { owner: "user" },
        },
        {
          kind: "token",
          id: "token",
          label: "Use an integration's secret",
          help: "Make an internal integration that may read content, share pages with it and paste its secret here.",
          createUrl: "https://www.notion.so/profile/integrations",
        },
      ],
      // An average of three a second, some bursts allowed.
      limits: [{ id: "requests", requests: 180, windowMs: 60_000, burst: 5 }],
      concurrent: 3,
      liveSearch: true,
    },
  },
  service: { parseLimit, identify },
  create: createNotionConnector,
};

/** 429, and 529 when all of Notion is too busy; both with `Retry-After` in seconds. */
async function parseLimit(response: Response, now: number): Promise<RateLimitReply | undefined> {
  return parseRateLimit(response, now, [529]);
}

async function identify({ api, signal }: IdentifyRequest): Promise<Account> {
  const self = await createNotionClient(api).read("users/me", selfSchema, signal);
  if (self === undefined) throw new PermissionError("Cannot tell whose token this is: Notion refuses to say");
  const { workspace_id, workspace_name } = self.bot ?? {};
  return { id: workspace_id || self.id, name: workspace_name || self.name || "Notion" };
}
