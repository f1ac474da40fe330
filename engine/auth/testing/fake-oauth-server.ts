import { DIALECTS, type DialectRequest, type OAuthErrorName } from "./dialects";
import { createFakeCodes } from "./fake-codes";
import { createFakeDevices } from "./fake-devices";
import type { Decision, FakeOAuthOptions } from "./fake-oauth-options";
import { createTokenFamilies, type IssuedTokens } from "./token-families";

/**
 * A vendor's OAuth endpoints in memory: authorization codes bound to redirect address and PKCE challenge and valid
 * once, device codes, rotating refresh tokens with reuse detection, revocation. A vendor's fake passes it the
 * requests that it owns.
 */
export interface FakeOAuthServer {
  owns(request: Request): boolean;
  handle(request: Request): Promise<Response>;
  readonly tokens: {
    /** Whether an API request with this access token is accepted now. */
    isValid(accessToken: string): boolean;
    /** Issues a token that a person could paste. */
    issue(): string;
  };
  /** Revokes every token issued so far, refresh tokens too. */
  revokeAll(): void;
  /** Sets the person's decision at the authorization page; "approve" at first. */
  decide(decision: Decision): void;
  /** The person enters the code at the verification page and decides. */
  decideDevice(userCode: string, decision: Decision): void;
}

type GrantOutcome = IssuedTokens | OAuthErrorName;

export function createFakeOAuthServer(options: FakeOAuthOptions): FakeOAuthServer {
  const { now, clientId, endpoints, lifetimeMs, replayGraceMs, prefix = clientId } = options;
  const families = createTokenFamilies({ now, prefix, lifetimeMs, replayGraceMs });
  const codes = createFakeCodes({ ...options, families });
  const devices = createFakeDevices({ now, families, prefix, origin: new URL(endpoints.token).origin });
  const dialect = DIALECTS[options.dialect ?? "rfc"];

  const grants: Record<string, (form: URLSearchParams) => Promise<GrantOutcome> | GrantOutcome> = {
    authorization_code: (form) => codes.redeem(form),
    refresh_token: (form) => families.renew(form.get("refresh_token") ?? "") ?? "invalid_grant",
    [DEVICE_GRANT]: (form) => devices.redeem(form.get("device_code") ?? ""),
  };
  async function issueTokens(request: Request, form: URLSearchParams): Promise<GrantOutcome> {
    if (!isClient(form, request, options)) return "invalid_client";
    const grant = grants[grantType(form)];
    return grant === undefined ? "unsupported_grant_type" : grant(form);
  }
  const routes: Record<string, (request: Request, form: URLSearchParams) => Promise<Response> | Response> = {
    [endpoints.token]: async (request, form) => {
      const asked: DialectRequest = { request, now: now(), grant: GRANTS[grantType(form)] ?? "code" };
      const outcome = await issueTokens(request, form);
      return typeof outcome === "string" ? dialect.error(outcome, asked) : dialect.tokens(outcome, asked);
    },
  };
  if (endpoints.authorize !== undefined) routes[endpoints.authorize] = (request) => codes.authorize(request);
  if (endpoints.device !== undefined)
    routes[endpoints.device] = (request, form) => {
      const asked: DialectRequest = { request, now: now(), grant: "device" };
      if (form.get("client_id") !== clientId) return dialect.error("invalid_client", asked);
      return dialect.device(devices.start(form.get("scope") ?? ""), asked);
    };
  if (endpoints.revoke !== undefined)
    routes[endpoints.revoke] = (request, form) => {
      families.revoke(form.get("token") ?? bearer(request));
      return dialect.revoked();
    };
  const routeOf = ({ url }: Request) => routes[url.split("?", 1)[0] ?? ""];
  return {
    owns: (request) => routeOf(request) !== undefined,
    handle: async (request) => {
      const route = routeOf(request);
      if (route === undefined) return new Response("Not Found", { status: 404 });
      return route(request, new URLSearchParams(request.method === "POST" ? await request.text() : ""));
    },
    tokens: { isValid: families.isValid, issue: families.issue },
    revokeAll: families.revokeAll,
    decide: codes.decide,
    decideDevice: devices.decide,
  };
}

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

const GRANTS: Record<string, DialectRequest["grant"]> = {
  refresh_token: "refresh",
  [DEVICE_GRANT]: "device",
};

/** Slack omits `grant_type` for a code. */
function grantType(form: URLSearchParams): string {
  return form.get("grant_type") ?? "authorization_code";
}

function isClient(
  form: URLSearchParams,
  request: Request,
  { clientId, clientSecret }: FakeOAuthOptions,
): boolean {
  const header = request.headers.get("authorization");
  if (clientSecret === undefined) return form.get("client_id") === clientId;
  if (header !== null) return header === `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
  return form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
}

function bearer(request: Request): string {
  return request.headers.get("authorization")?.replace(/^Bearer /i, "") ?? "";
}
