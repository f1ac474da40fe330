import type { Decision, FakeOAuthOptions } from "./fake-oauth-options";
import type { IssuedTokens, TokenFamilies } from "./token-families";

/** RFC 6749, 4.1.2 recommends ten minutes at most. */
const CODE_MS = 600_000;

interface Code {
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly scope: string;
  readonly expiresAt: number;
  /** The tokens that the code was exchanged for: a second use revokes them. */
  redeemed?: IssuedTokens;
}

export interface FakeCodes {
  /** The authorization page; the person responds at once. */
  authorize(request: Request): Response;
  redeem(form: URLSearchParams): Promise<IssuedTokens | "invalid_grant">;
  decide(decision: Decision): void;
}

interface FakeCodesOptions extends FakeOAuthOptions {
  readonly families: TokenFamilies;
}

/** Authorization codes: bound to redirect address and challenge, valid once, for ten minutes. */
export function createFakeCodes(options: FakeCodesOptions): FakeCodes {
  const { now, clientId, families, redirectUris, prefix = clientId } = options;
  const codes = new Map<string, Code>();
  let decision: Decision = "approve";
  const isRedirect = (uri: string) => redirectUris?.includes(uri) ?? uri.startsWith("https://");
  return {
    authorize: ({ url }) => {
      const parameters = new URL(url).searchParams;
      const redirectUri = parameters.get("redirect_uri") ?? "";
      if (parameters.get("client_id") !== clientId || !isRedirect(redirectUri))
        return new Response("Unknown client or redirect address", { status: 400 });
      const error = decision === "deny" ? "access_denied" : findRequestError(parameters, options);
      if (error !== undefined) return redirectBack(redirectUri, { error }, parameters);
      const code = `${prefix}-code-${codes.size + 1}`;
      codes.set(code, {
        redirectUri,
        challenge: parameters.get("code_challenge"),
        scope: parameters.get("user_scope") ?? parameters.get("scope") ?? "",
        expiresAt: now() + CODE_MS,
      });
      return redirectBack(redirectUri, { code }, parameters);
    },
    redeem: async (form) => {
      const code = codes.get(form.get("code") ?? "");
      if (code === undefined || now() >= code.expiresAt) return "invalid_grant";
      if (code.redeemed !== undefined) {
        families.revoke(code.redeemed.accessToken);
        return "invalid_grant";
      }
      if (form.get("redirect_uri") !== code.redirectUri) return "invalid_grant";
      if (!(await matchesChallenge(code.challenge, form.get("code_verifier")))) return "invalid_grant";
      code.redeemed = families.start(code.scope);
      return code.redeemed;
    },
    decide: (next) => {
      decision = next;
    },
  };
}

/** Public clients must send a challenge (RFC 9700, 2.1.1); for a client with a secret it is optional. */
function findRequestError(
  parameters: URLSearchParams,
  { clientSecret, dialect }: FakeOAuthOptions,
): string | undefined {
  if (parameters.get("response_type") !== "code" && dialect !== "slack") return "unsupported_response_type";
  if (dialect === "slack" && !parameters.get("user_scope")) return "invalid_scope";
  const challenge = parameters.get("code_challenge");
  if (challenge === null) return clientSecret === undefined ? "invalid_request" : undefined;
  return parameters.get("code_challenge_method") === "S256" ? undefined : "invalid_request";
}

function redirectBack(
  redirectUri: string,
  fields: Record<string, string>,
  parameters: URLSearchParams,
): Response {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  const state = parameters.get("state");
  if (state !== null) url.searchParams.set("state", state);
  return new Response(null, { status: 302, headers: { location: url.href } });
}

/** RFC 7636, 4.6: base64url(SHA-256(verifier)) is the challenge. */
async function matchesChallenge(challenge: string | null, verifier: string | null): Promise<boolean> {
  if (challenge === null) return verifier === null;
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier ?? ""));
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return challenge === text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
