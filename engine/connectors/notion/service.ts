import { PermissionError } from "../../errors/permission-error";
import type { Account } from "../../model/credential";
import { parseRateLimit } from "../../util/parse-rate-limit";
import type { IdentifyRequest, RateLimitReply, ServiceBehaviour, ServiceDeclaration } from "../service";
import { createNotionClient, ORIGIN } from "./client";
import { selfSchema } from "./schema";

export const serviceDeclaration: ServiceDeclaration = {
  hosts: [`${ORIGIN}/*`],
  signIn: [
    {
      kind: "companion",
      id: "oauth",
      label: "Sign in with Notion",
      help: "Notion asks which pages Atlas may read; you can change that in Notion at any time. Comments are read if the app may read comments.",
      provider: "notion",
      authorizeUrl: `${ORIGIN}/v1/oauth/authorize`,
      // Notion has no scopes: an integration's permissions are set where it is created.
      scopes: [],
      extraParameters: { owner: "user" },
    },
    {
      kind: "token",
      id: "token",
      label: "Use an integration's secret",
      help: "Make an internal integration that may read content, comments and user information, share pages with it and paste its secret here. Without comments or user information it reads the rest.",
      createUrl: "https://www.notion.so/profile/integrations",
    },
  ],
  // An average of three requests per second, with short bursts.
  limits: [{ id: "requests", requests: 180, windowMs: 60_000, burst: 5 }],
  concurrent: 3,
  liveSearch: true,
};

export const serviceBehaviour: ServiceBehaviour = { parseLimit, identify };

/** 429, and 529 when Notion is overloaded; both with `Retry-After` in seconds. */
async function parseLimit(response: Response, now: number): Promise<RateLimitReply | undefined> {
  return parseRateLimit(response, now, [529]);
}

async function identify({ api, signal }: IdentifyRequest): Promise<Account> {
  const self = await createNotionClient(api).read("users/me", selfSchema, signal);
  if (self === undefined) throw new PermissionError("Cannot tell whose token this is: Notion refuses to say");
  const { workspace_id, workspace_name } = self.bot ?? {};
  return { id: workspace_id || self.id, name: workspace_name || self.name || "Notion" };
}
