import { SignInError } from "../../errors/sign-in-error";
import type { Quota } from "../../model/quota";
import { parseRetryAfterMs } from "../../util/parse-retry-after-ms";
import type { RateLimitReply, ServiceBehaviour, ServiceDeclaration } from "../service";
import { parseQuotaHeaders } from "../shared/http/parse-quota-headers";
import { createGitHubClient } from "./client";
import { account, errorReply } from "./schema";

export const serviceDeclaration: ServiceDeclaration = {
  // The second host issues and renews tokens.
  hosts: ["https://api.github.com/*", "https://github.com/*"],
  baseUrlSetting: "baseUrl",
  signIn: [
    {
      kind: "device",
      id: "device",
      label: "Sign in with GitHub",
      help: "You type a short code at GitHub. Atlas may then read issues, pull requests, discussions and files of the repositories you choose there, and change nothing.",
      // The permissions of a GitHub App are set in the app: read access to contents, discussions, issues, metadata,
      // pull requests. Without that to discussions, they are left out.
      scopes: [],
      deviceUrl: "https://github.com/login/device/code",
      tokenUrl: "https://github.com/login/oauth/access_token",
      // docs.github.com/apps, "Troubleshooting OAuth app access token request errors" and device flow.
      errorNames: {
        bad_refresh_token: "invalid_grant",
        bad_verification_code: "invalid_grant",
        incorrect_client_credentials: "invalid_client",
        incorrect_device_code: "invalid_grant",
        device_flow_disabled: "unauthorized_client",
        redirect_uri_mismatch: "unauthorized_client",
      },
    },
    {
      kind: "token",
      id: "token",
      label: "Use a token",
      help: "Make a fine-grained token with read-only access to contents, discussions, issues and pull requests of the repositories Atlas should know.",
      createUrl: "https://github.com/settings/personal-access-tokens/new",
    },
  ],
  limits: [
    { id: "hour", requests: 5_000, windowMs: 60 * 60_000 },
    // The "secondary" limit of 900 points per minute, where reading costs one.
    { id: "minute", requests: 900, windowMs: 60_000 },
    { id: "search", requests: 30, windowMs: 60_000, burst: 10, paths: ["/search/"] },
  ],
  concurrent: 8,
  liveSearch: true,
};

export const serviceBehaviour: ServiceBehaviour = {
  parseLimit,
  parseQuota,
  identify: async ({ api, settings, signal }) => {
    const found = await createGitHubClient({ api, settings, signal }).find("/user", account);
    if (!found) throw new SignInError("Sign in to GitHub again: it does not say whose token this is");
    return { id: String(found.id), name: found.login };
  },
};

/** GitHub's documented minimum wait where a secondary limit has no time. */
const SECONDARY_PAUSE_MS = 60_000;

/** GitHub sends 403 as well as 429 for a rate limit; any other 403 is an error. */
async function parseLimit(response: Response, now: number): Promise<RateLimitReply | undefined> {
  if (response.status !== 403 && response.status !== 429) return undefined;
  const after = parseRetryAfterMs(response.headers, now);
  if (after !== undefined) return { retryAfterMs: after };
  const quota = parseBudget(response.headers);
  if (quota?.left === 0 && quota.resetsAt !== undefined) {
    return { retryAfterMs: Math.max(0, quota.resetsAt - now) };
  }
  if (/secondary rate limit|abuse detection/i.test(await messageOf(response))) {
    return { retryAfterMs: SECONDARY_PAUSE_MS };
  }
  return response.status === 429 ? {} : undefined;
}

/** The hourly limit. Search has a limit of its own in the same headers. */
function parseQuota(headers: Headers): Quota | undefined {
  return (headers.get("x-ratelimit-resource") ?? "core") === "core" ? parseBudget(headers) : undefined;
}

/** GitHub gives the reset in seconds since the epoch. */
function parseBudget(headers: Headers): Quota | undefined {
  return parseQuotaHeaders(headers, { prefix: "X-RateLimit-", toTime: (reset) => Number(reset) * 1_000 });
}

async function messageOf(response: Response): Promise<string> {
  try {
    return errorReply.parse(await response.json()).message;
  } catch {
    return "";
  }
}
