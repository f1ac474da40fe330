import type { Quota } from "../../model/quota";
import { parseRetryAfterMs } from "../../util/parse-retry-after-ms";
import type { RateLimitReply, ServiceBehaviour, ServiceDeclaration } from "../service";
import { parseQuotaHeaders } from "../shared/http/parse-quota-headers";
import { createLinearClient } from "./client";
import { WHO_AM_I } from "./queries";
import { graphQlReply, whoAmIReply } from "./schema";

export const serviceDeclaration: ServiceDeclaration = {
  hosts: ["https://api.linear.app/*"],
  signIn: [
    {
      kind: "pkce",
      id: "oauth",
      label: "Sign in with Linear",
      help: "Atlas may read what you may read in Linear, and change nothing.",
      scopes: ["read"],
      authorizeUrl: "https://linear.app/oauth/authorize",
      tokenUrl: "https://api.linear.app/oauth/token",
      revokeUrl: "https://api.linear.app/oauth/revoke",
    },
    {
      kind: "token",
      id: "key",
      label: "Use an API key",
      help: "Make a personal API key in Linear's settings, under Security & access; read permission is enough.",
      createUrl: "https://linear.app/settings/account/security",
    },
  ],
  // The limit of a personal key; OAuth has twice as much.
  limits: [{ id: "hour", requests: 2_500, windowMs: 60 * 60_000 }],
  concurrent: 4,
  liveSearch: true,
};

export const serviceBehaviour: ServiceBehaviour = {
  authorize: (headers, credential) => {
    // A personal key is sent as it is; only OAuth tokens are bearer tokens.
    if (credential.kind === "token") headers.set("Authorization", credential.token);
    if (credential.kind === "oauth") headers.set("Authorization", `Bearer ${credential.accessToken}`);
  },
  parseLimit,
  isCredentialRefused: async (response) => (await errorCodes(response)).includes("AUTHENTICATION_ERROR"),
  parseQuota: (headers) => parseBudget(headers, "Requests"),
  identify: async ({ api, signal }) => {
    const { viewer, organization } = await createLinearClient(api, signal).runQuery(
      WHO_AM_I,
      {},
      whoAmIReply,
    );
    return {
      id: viewer.id,
      name: `${organization.name} (${viewer.email || viewer.name})`,
      details: { urlKey: organization.urlKey },
    };
  },
};

/** Linear replies to a rate limit with status 400 and a code; its headers name the exhausted budget. */
async function parseLimit(response: Response, now: number): Promise<RateLimitReply | undefined> {
  if (response.status !== 429 && !(await errorCodes(response)).includes("RATELIMITED")) return undefined;
  const after = parseRetryAfterMs(response.headers, now);
  if (after !== undefined) return { retryAfterMs: after };
  const budgets = [parseBudget(response.headers, "Requests"), parseBudget(response.headers, "Complexity")];
  const resets = budgets.flatMap((budget) => (budget?.left === 0 ? (budget.resetsAt ?? []) : []));
  return resets.length > 0 ? { retryAfterMs: Math.max(0, Math.max(...resets) - now) } : {};
}

/** One of the two budgets. Linear gives the reset in milliseconds since the epoch. */
function parseBudget(headers: Headers, budget: "Requests" | "Complexity"): Quota | undefined {
  return parseQuotaHeaders(headers, { prefix: `X-RateLimit-${budget}-`, toTime: Number });
}

async function errorCodes(response: Response): Promise<readonly string[]> {
  try {
    const { errors } = graphQlReply.parse(await response.json());
    return (errors ?? []).flatMap(({ extensions }) => extensions?.code?.toUpperCase() ?? []);
  } catch {
    return [];
  }
}
