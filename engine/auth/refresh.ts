import * as oauth from "oauth4webapi";
import type { ServiceDeclaration, SignInMethod } from "../connectors/service";
import { SignInError } from "../errors/sign-in-error";
import type { Credential } from "../model/credential";
import type { AuthDeps } from "./auth-deps";
import { requestCompanionTokens, toCompanion } from "./companion";
import { findMethod } from "./find-method";
import { toCredential } from "./to-credential";
import { TRANSIENT_ERRORS } from "./to-oauth-error";
import { getOAuthErrorName, toVendor, translateOAuthError } from "./to-vendor";

type OAuthCredential = Extract<Credential, { kind: "oauth" }>;

export type RefreshDeps = AuthDeps & { readonly signal: AbortSignal };

/** A credential that works again, got the way the first one was; see `Auth.refresh`. */
export async function refresh(
  service: ServiceDeclaration,
  credential: Credential,
  deps: RefreshDeps,
): Promise<Credential> {
  if (credential.kind !== "oauth" || credential.refreshToken === undefined) throw createEndedError();
  const { refreshToken } = credential;
  const method = findMethod(service, credential.method);
  if (method?.kind === "companion") {
    return refreshWithCompanion(method.provider, { ...credential, refreshToken }, deps);
  }
  if (method?.kind !== "pkce" && method?.kind !== "device") throw createEndedError();
  return refreshWithVendor(method, { ...credential, refreshToken }, deps);
}

type Refreshable = OAuthCredential & { readonly refreshToken: string };

async function refreshWithCompanion(
  provider: string,
  credential: Refreshable,
  { companion, fetch, signal }: RefreshDeps,
): Promise<Credential> {
  const { refreshToken, expiresAt, ...others } = credential;
  const tokens = await requestCompanionTokens(toCompanion(await companion()), [provider, "refresh"], {
    body: { refreshToken },
    fetch,
    signal,
  });
  return { ...others, refreshToken, ...tokens };
}

async function refreshWithVendor(
  method: Extract<SignInMethod, { kind: "pkce" | "device" }>,
  { clientId, baseUrl, refreshToken }: Refreshable,
  { clock, fetch, signal }: RefreshDeps,
): Promise<Credential> {
  const vendor = toVendor(method, { clientId, baseUrl, fetch, signal });
  const { server, client, authentication, options } = vendor;
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      authentication,
      refreshToken,
      options,
    );
    const reply = await oauth.processRefreshTokenResponse(server, client, response);
    return toCredential(reply, {
      origin: { method: method.id, clientId, baseUrl },
      now: clock.now(),
      refreshToken,
    });
  } catch (thrown) {
    const name = getOAuthErrorName(thrown);
    if (name !== undefined && !TRANSIENT_ERRORS.has(name)) throw createEndedError(vendor.host);
    throw translateOAuthError(thrown, vendor);
  }
}

function createEndedError(host?: string): SignInError {
  return new SignInError(
    host === undefined
      ? "Sign in again: the token cannot be renewed"
      : `Sign in again: ${host} has ended the sign-in`,
  );
}
