import * as z from "zod";
import { ApiError } from "../http/api-error";
import { postToVendor, type VendorResponse } from "./post-to-vendor";
import type { OAuthApp } from "./providers";

export interface ExchangeDeps {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly signal: AbortSignal;
}

const secret = z.string().min(1).max(16_384);

export const tokenRequest = z.object({
  code: secret,
  codeVerifier: z.string().regex(/^[\w~.-]{43,128}$/),
  redirectUri: z.string(),
  clientId: z.string().min(1).max(512),
});
export const refreshRequest = z.object({ refreshToken: secret });
export const revokeRequest = z.object({ accessToken: secret, refreshToken: secret.optional() });

const reply = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).nullish(),
  expires_in: z.coerce.number().positive().nullish(),
});

/** The tokens that the extension stores. */
interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt?: number;
}

/** A vendor's refusal as an error of RFC 6749: `{"error": "invalid_grant"}` with status 400. */
export class OAuthRefusal extends Error {
  readonly error: string;

  constructor(error: string) {
    super(error);
    this.name = "Refusal";
    this.error = error;
  }
}

/** Exchanges an authorization code for tokens. Rejects with Refusal, or ApiError when the vendor is not available. */
export async function exchangeCode(
  app: OAuthApp,
  request: z.infer<typeof tokenRequest>,
  deps: ExchangeDeps,
): Promise<Tokens> {
  if (request.clientId !== app.clientId)
    throw new ApiError(
      409,
      `The client id entered in Atlas is not the one in ${app.provider.clientIdVariable}`,
      { code: "client_id_mismatch", param: app.provider.clientIdVariable },
    );
  return requestTokens(
    app,
    {
      grant_type: "authorization_code",
      code: request.code,
      redirect_uri: request.redirectUri,
      ...(app.provider.pkce && { code_verifier: request.codeVerifier }),
    },
    deps,
  );
}

export async function refreshTokens(
  app: OAuthApp,
  { refreshToken }: z.infer<typeof refreshRequest>,
  deps: ExchangeDeps,
): Promise<Tokens> {
  return requestTokens(app, { grant_type: "refresh_token", refresh_token: refreshToken }, deps);
}

/** False for a vendor without a revocation endpoint. A token unknown to the vendor counts as revoked. */
export async function revokeTokens(
  app: OAuthApp,
  { accessToken, refreshToken }: z.infer<typeof revokeRequest>,
  { fetch, signal }: ExchangeDeps,
): Promise<boolean> {
  const { revokeUrl, revokes } = app.provider;
  if (revokeUrl === undefined) return false;
  const token = revokes === "refresh" ? (refreshToken ?? accessToken) : accessToken;
  const response = await postToVendor(app, revokeUrl, { fields: { token }, fetch, signal });
  const error = toErrorName(response);
  if (response.status < 400 || (response.status === 400 && /^invalid_(token|grant)$/.test(error)))
    return true;
  if (response.status === 401 && error !== "invalid_client") return true;
  throw new OAuthRefusal(error);
}

async function requestTokens(
  app: OAuthApp,
  fields: Readonly<Record<string, string>>,
  { fetch, now, signal }: ExchangeDeps,
): Promise<Tokens> {
  const response = await postToVendor(app, app.provider.tokenUrl, { fields, fetch, signal });
  if (response.status >= 400) throw new OAuthRefusal(toErrorName(response));
  const { data } = reply.safeParse(response.body);
  if (data === undefined)
    throw new ApiError(502, `${app.provider.name} answers without a token`, { code: "upstream_error" });
  const { access_token, refresh_token, expires_in } = data;
  return {
    accessToken: access_token,
    ...(refresh_token && { refreshToken: refresh_token }),
    ...(expires_in && { expiresAt: now() + expires_in * 1000 }),
  };
}

/** The error code; the description may repeat the request. */
function toErrorName({ body }: VendorResponse): string {
  const parsed = z.object({ error: z.string().regex(/^[a-z_]{1,64}$/) }).safeParse(body);
  return parsed.data?.error ?? "access_denied";
}
