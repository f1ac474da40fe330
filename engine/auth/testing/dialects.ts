import { serviceDeclaration as githubService } from "../../connectors/github/service";
import type { ServiceDeclaration } from "../../connectors/service";
import { serviceDeclaration as slackService } from "../../connectors/slack/service";
import type { ReplyFormat } from "../to-rfc-response";
import type { IssuedTokens } from "./token-families";

/** Errors of RFC 6749 and RFC 8628 that the fake returns. */
export type OAuthErrorName =
  | "access_denied"
  | "authorization_pending"
  | "expired_token"
  | "invalid_client"
  | "invalid_grant"
  | "invalid_request"
  | "slow_down"
  | "unsupported_grant_type";

/** The request that is replied to: a vendor's format depends on it. */
export interface DialectRequest {
  readonly request: Request;
  readonly grant: "code" | "refresh" | "device";
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A vendor's format of the replies of the RFCs. */
export interface Dialect {
  tokens(tokens: IssuedTokens, asked: DialectRequest): Response;
  error(name: OAuthErrorName, asked: DialectRequest): Response;
  /** A device code in the format of RFC 8628. */
  device(fields: Record<string, unknown>, asked: DialectRequest): Response;
  revoked(): Response;
}

/** The format of the RFCs: Linear, Notion, Atlassian, Google. */
const rfc: Dialect = {
  tokens: (tokens, { now }) =>
    Response.json({ token_type: "Bearer", scope: tokens.scope, ...tokenFields(tokens, now) }),
  error: (error) =>
    Response.json(
      { error, error_description: "Refused" },
      { status: error === "invalid_client" ? 401 : 400 },
    ),
  device: (fields) => Response.json(fields),
  revoked: () => new Response(null, { status: 200 }),
};

/** GitHub: errors with status 200 and names of its own; JSON only when it is accepted. */
const github: Dialect = {
  tokens: (tokens, { now, request }) =>
    asAccepted({ token_type: "bearer", scope: tokens.scope, ...tokenFields(tokens, now) }, request),
  error: (name, { grant, request }) => asAccepted({ error: githubName(name, grant) }, request),
  device: (fields, { request }) => asAccepted(fields, request),
  revoked: () => new Response(null, { status: 404 }),
};

/** Slack's Web API: `ok`, status 200, and the first token in a field of the user. */
const slack: Dialect = {
  tokens: (tokens, { now, grant }) => {
    const token = { token_type: "user", scope: tokens.scope, ...tokenFields(tokens, now) };
    const reply = grant === "code" ? { authed_user: { id: "U1", ...token }, team: { id: "T1" } } : token;
    return Response.json({ ok: true, ...reply });
  },
  error: (name, { grant }) => Response.json({ ok: false, error: slackName(name, grant) }),
  device: () => Response.json({ ok: false, error: "unknown_method" }),
  revoked: () => Response.json({ ok: true, revoked: true }),
};

export const DIALECTS = { rfc, github, slack } as const;

/** What the connectors declare about the replies of these vendors. */
export const REPLY_FORMATS: Readonly<Record<keyof typeof DIALECTS, ReplyFormat>> = {
  rfc: {},
  github: replyFormatOf(githubService),
  slack: replyFormatOf(slackService),
};

function replyFormatOf({ signIn }: ServiceDeclaration): ReplyFormat {
  const method = signIn.find(({ kind }) => kind === "pkce" || kind === "device");
  if (method?.kind !== "pkce" && method?.kind !== "device") throw new TypeError("It has no such method");
  const { errorNames, tokenField } = method;
  return { ...(errorNames && { errorNames }), ...(tokenField !== undefined && { tokenField }) };
}

function tokenFields({ accessToken, refreshToken, expiresAt }: IssuedTokens, now: number) {
  return {
    access_token: accessToken,
    ...(refreshToken !== undefined && { refresh_token: refreshToken }),
    ...(expiresAt !== undefined && { expires_in: Math.floor((expiresAt - now) / 1000) }),
  };
}

function asAccepted(fields: Record<string, unknown>, request: Request): Response {
  if (request.headers.get("accept")?.includes("json")) return Response.json(fields);
  return new Response(
    new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])),
  );
}

function githubName(name: OAuthErrorName, grant: DialectRequest["grant"]): string {
  if (name === "invalid_client") return "incorrect_client_credentials";
  if (name !== "invalid_grant") return name;
  const names = {
    code: "bad_verification_code",
    refresh: "bad_refresh_token",
    device: "incorrect_device_code",
  };
  return names[grant];
}

function slackName(name: OAuthErrorName, grant: DialectRequest["grant"]): string {
  if (name === "invalid_client") return "invalid_client_id";
  if (name === "unsupported_grant_type") return "invalid_grant_type";
  if (name !== "invalid_grant") return name;
  return grant === "refresh" ? "invalid_refresh_token" : "invalid_code";
}
