/** A vendor whose token endpoint requires an app's secret. */
export interface OAuthProvider {
  /** The id in the path: `/oauth/{id}/token`. */
  readonly id: string;
  readonly name: string;
  readonly tokenUrl: string;
  /** Absent for a vendor without one. */
  readonly revokeUrl?: string;
  /** The token whose revocation ends the sign-in. */
  readonly revokes?: "access" | "refresh";
  /** How client id and secret are sent (RFC 6749, 2.3.1). */
  readonly authentication: "basic" | "body";
  readonly encoding: "json" | "form";
  /** True to send the PKCE verifier. */
  readonly pkce: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly clientIdVariable: string;
  readonly clientSecretVariable: string;
}

/** A registered app. */
export interface OAuthApp {
  readonly provider: OAuthProvider;
  readonly clientId: string;
  readonly clientSecret: string;
}

export const PROVIDERS: readonly OAuthProvider[] = [
  {
    // https://developers.notion.com/reference/create-a-token, …/reference/revoke-token
    id: "notion",
    name: "Notion",
    tokenUrl: "https://api.notion.com/v1/oauth/token",
    revokeUrl: "https://api.notion.com/v1/oauth/revoke",
    revokes: "access",
    authentication: "basic",
    encoding: "json",
    // PKCE is not documented, and Notion rejects bodies with unknown fields.
    pkce: false,
    headers: { "notion-version": "2025-09-03" },
    clientIdVariable: "NOTION_CLIENT_ID",
    clientSecretVariable: "NOTION_CLIENT_SECRET",
  },
  {
    // https://developer.atlassian.com/cloud/oauth/getting-started/implementing-oauth-3lo/, which knows no revoking
    id: "atlassian",
    name: "Atlassian",
    tokenUrl: "https://auth.atlassian.com/oauth/token",
    authentication: "body",
    encoding: "json",
    pkce: true,
    clientIdVariable: "ATLASSIAN_CLIENT_ID",
    clientSecretVariable: "ATLASSIAN_CLIENT_SECRET",
  },
  {
    // https://developers.google.com/identity/protocols/oauth2/web-server
    id: "google",
    name: "Google",
    tokenUrl: "https://oauth2.googleapis.com/token",
    revokeUrl: "https://oauth2.googleapis.com/revoke",
    revokes: "refresh",
    authentication: "body",
    encoding: "form",
    pkce: true,
    clientIdVariable: "GOOGLE_CLIENT_ID",
    clientSecretVariable: "GOOGLE_CLIENT_SECRET",
  },
];
