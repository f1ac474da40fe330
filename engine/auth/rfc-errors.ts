/** Vendors' own names of refusals, and what RFC 6749 calls them. */
export const RFC_ERRORS: Readonly<Record<string, string>> = {
  // GitHub: docs.github.com/apps, "Troubleshooting OAuth app access token request errors" and device flow.
  bad_verification_code: "invalid_grant",
  bad_refresh_token: "invalid_grant",
  incorrect_device_code: "invalid_grant",
  incorrect_client_credentials: "invalid_client",
  device_flow_disabled: "unauthorized_client",
  redirect_uri_mismatch: "unauthorized_client",
  // Slack: docs.slack.dev/reference/methods/oauth.v2.access and auth.revoke.
  invalid_code: "invalid_grant",
  code_already_used: "invalid_grant",
  invalid_refresh_token: "invalid_grant",
  invalid_auth: "invalid_grant",
  not_authed: "invalid_grant",
  token_expired: "invalid_grant",
  token_revoked: "invalid_grant",
  account_inactive: "invalid_grant",
  invalid_client_id: "invalid_client",
  bad_client_secret: "invalid_client",
  bad_redirect_uri: "unauthorized_client",
};
