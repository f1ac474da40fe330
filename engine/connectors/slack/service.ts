import type { ServiceBehaviour, ServiceDeclaration, SignInMethod } from "../service";
import { callMethod } from "./client";
import { authReply, envelope } from "./schema";

const CHANNEL_SCOPES = [
  ...["search:read", "users:read", "usergroups:read"],
  ...["channels:read", "channels:history", "groups:read", "groups:history"],
];
const DIRECT_SCOPES = ["im:read", "im:history", "mpim:read", "mpim:history"];

const MINUTE = 60_000;

/** docs.slack.dev/reference/methods/oauth.v2.access and auth.revoke. */
const OAUTH_ERROR_NAMES: Readonly<Record<string, string>> = {
  account_inactive: "invalid_grant",
  bad_client_secret: "invalid_client",
  bad_redirect_uri: "unauthorized_client",
  code_already_used: "invalid_grant",
  invalid_auth: "invalid_grant",
  invalid_client_id: "invalid_client",
  invalid_code: "invalid_grant",
  invalid_refresh_token: "invalid_grant",
  not_authed: "invalid_grant",
  token_expired: "invalid_grant",
  token_revoked: "invalid_grant",
};

export const serviceDeclaration: ServiceDeclaration = {
  hosts: ["https://slack.com/*"],
  signIn: [
    signInWith({
      id: "channels",
      label: "Sign in with Slack",
      help: "Atlas may read the channels you are in and search what you can see, and change nothing.",
      scopes: CHANNEL_SCOPES,
    }),
    signInWith({
      id: "direct",
      label: "Sign in, direct messages too",
      help: "As above, and Atlas may read your direct messages; switch them on below.",
      scopes: [...CHANNEL_SCOPES, ...DIRECT_SCOPES],
    }),
    {
      kind: "token",
      id: "token",
      label: "Use a token",
      help: "Paste the User OAuth Token (xoxp-…) of a Slack app of your own; a bot's token (xoxb-…) cannot search. Names of user groups need its scope usergroups:read.",
      createUrl: "https://api.slack.com/apps",
    },
  ],
  // Slack's limits are per method and workspace. Apps outside its marketplace may read the history only once a
  // minute; they learn that from a rate limit reply.
  limits: [
    { id: "history", requests: 50, windowMs: MINUTE, paths: ["/conversations.history"] },
    { id: "replies", requests: 50, windowMs: MINUTE, paths: ["/conversations.replies"] },
    { id: "conversations", requests: 50, windowMs: MINUTE, paths: ["/users.conversations"] },
    { id: "channels", requests: 50, windowMs: MINUTE, paths: ["/conversations.info"] },
    { id: "groups", requests: 20, windowMs: MINUTE, paths: ["/usergroups.list"] },
    { id: "users", requests: 100, windowMs: MINUTE, paths: ["/users.info"] },
    { id: "search", requests: 20, windowMs: MINUTE, paths: ["/search.messages"] },
  ],
  concurrent: 4,
  liveSearch: true,
};

export const serviceBehaviour: ServiceBehaviour = {
  isCredentialRefused: async (response) => {
    try {
      const { ok, error } = envelope.parse(await response.json());
      return !ok && REFUSALS.has(error ?? "");
    } catch {
      return false;
    }
  },
  identify: async ({ api, signal }) => {
    const reply = await callMethod(api, { method: "auth.test", params: {}, signal }, authReply);
    if (!reply) throw new TypeError("auth.test has no answer that means nothing");
    const { url, team, team_id, user, user_id } = reply;
    return { id: `${team_id}:${user_id}`, name: `${team} (${user})`, details: { url } };
  },
};

/** These errors come with status 200. */
const REFUSALS: ReadonlySet<string> = new Set([
  ...["invalid_auth", "not_authed", "token_revoked", "token_expired", "account_inactive"],
]);

function signInWith(
  fields: Pick<SignInMethod, "id" | "label" | "help"> & { readonly scopes: readonly string[] },
): SignInMethod {
  return {
    ...fields,
    kind: "pkce",
    authorizeUrl: "https://slack.com/oauth/v2/authorize",
    tokenUrl: "https://slack.com/api/oauth.v2.access",
    revokeUrl: "https://slack.com/api/auth.revoke",
    scopeParameter: "user_scope",
    scopeSeparator: ",",
    // The token at the top level of the reply is the bot's.
    tokenField: "authed_user",
    errorNames: OAUTH_ERROR_NAMES,
  };
}
