import type { OAuthApp, OAuthProvider } from "../src/oauth/providers";
import { type FakeSite, serveFake } from "./serve-fake";

/** A fake token endpoint on a local port. */
export interface FakeOAuthVendor extends FakeSite {
  /** Issues an authorization code, as after the person's consent. */
  grantCode(grant: { readonly redirectUri: string; readonly challenge?: string }): string;
  isValid(accessToken: string): boolean;
  /** Replaces the response to the next request. */
  answerNext(answer: () => Response): void;
  /** The requests: path, headers, fields. */
  readonly requests: readonly { path: string; headers: Headers; fields: Readonly<Record<string, string>> }[];
}

interface FakeOAuthVendorOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Rejects bodies with this field, as strict vendors do. */
  readonly refusesField?: string;
}

/** A provider with the endpoints of a fake, and the app registered there. */
export async function startFakeApp(
  declared: OAuthProvider,
): Promise<{ vendor: FakeOAuthVendor; app: OAuthApp }> {
  const client = { clientId: "app", clientSecret: "secret-of-the-app" };
  // A vendor without documented PKCE may reject its fields.
  const vendor = await startFakeOAuthVendor({
    ...client,
    ...(!declared.pkce && { refusesField: "code_verifier" }),
  });
  const provider = {
    ...declared,
    tokenUrl: `${vendor.url}/token`,
    ...(declared.revokeUrl && { revokeUrl: `${vendor.url}/revoke` }),
  };
  return { vendor, app: { provider, ...client } };
}

interface Grant {
  readonly redirectUri: string;
  readonly challenge?: string;
}

interface TokenEndpointReply {
  readonly status: number;
  readonly body: object;
}

const INVALID: TokenEndpointReply = {
  status: 400,
  body: { error: "invalid_grant", error_description: "it repeats the code" },
};

/** Single-use authorization codes bound to redirect URL and challenge, rotating refresh tokens, revocation. */
async function startFakeOAuthVendor(options: FakeOAuthVendorOptions): Promise<FakeOAuthVendor> {
  const codes = new Map<string, Grant>();
  /** Access token by refresh token. */
  const families = new Map<string, string>();
  const requests: FakeOAuthVendor["requests"][number][] = [];
  const answers: (() => Response)[] = [];
  let count = 0;

  const issue = (): TokenEndpointReply => {
    count++;
    families.set(`refresh-${count}`, `access-${count}`);
    const body = { access_token: `access-${count}`, refresh_token: `refresh-${count}`, expires_in: 3600 };
    return { status: 200, body };
  };
  const redeem = async (fields: Readonly<Record<string, string>>): Promise<TokenEndpointReply> => {
    const grant = codes.get(fields.code ?? "");
    codes.delete(fields.code ?? "");
    if (!grant || grant.redirectUri !== fields.redirect_uri) return INVALID;
    if (grant.challenge !== undefined && grant.challenge !== (await toCodeChallenge(fields.code_verifier)))
      return INVALID;
    return issue();
  };
  const renew = ({ refresh_token = "" }: Readonly<Record<string, string>>): TokenEndpointReply =>
    families.delete(refresh_token) ? issue() : INVALID;
  const revoke = ({ token = "" }: Readonly<Record<string, string>>): TokenEndpointReply => {
    const found = [...families].find((pair) => pair.includes(token));
    if (!found) return { status: 400, body: { error: "invalid_token" } };
    families.delete(found[0]);
    return { status: 200, body: {} };
  };

  async function reply(
    path: string,
    headers: Headers,
    fields: Readonly<Record<string, string>>,
  ): Promise<TokenEndpointReply> {
    const { clientId, clientSecret, refusesField } = options;
    const basic = headers.get("authorization");
    const isClient =
      basic === null
        ? fields.client_id === clientId && fields.client_secret === clientSecret
        : basic === `Basic ${btoa(`${clientId}:${clientSecret}`)}`;
    if (!isClient) return { status: 401, body: { error: "invalid_client" } };
    if (refusesField !== undefined && refusesField in fields)
      return { status: 400, body: { error: "validation_error" } };
    if (path === "/revoke") return revoke(fields);
    return fields.grant_type === "refresh_token" ? renew(fields) : redeem(fields);
  }

  const site = await serveFake(async (request) => {
    const path = new URL(request.url).pathname;
    const text = await request.text();
    const isForm = request.headers.get("content-type")?.includes("form");
    const fields = isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text);
    requests.push({ path, headers: request.headers, fields });
    const next = answers.shift();
    if (next) return next();
    const { status, body } = await reply(path, request.headers, fields);
    return Response.json(body, { status });
  });

  return {
    ...site,
    requests,
    answerNext: (next) => void answers.push(next),
    isValid: (accessToken) => [...families.values()].includes(accessToken),
    grantCode: (grant) => {
      const code = `code-${codes.size + 1}`;
      codes.set(code, grant);
      return code;
    },
  };
}

/** RFC 7636, 4.6: base64url(SHA-256(verifier)). */
export async function toCodeChallenge(verifier = ""): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return Buffer.from(digest).toString("base64url");
}
