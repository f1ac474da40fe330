import * as oauth from "oauth4webapi";
import type { ServiceDeclaration, SignInMethod } from "../connectors/service";
import { SignInError } from "../errors/sign-in-error";
import type { Credential } from "../model/credential";
import type { AuthPorts } from "./auth-ports";
import { askCompanion, toCompanion } from "./companion";
import { findMethod } from "./find-method";
import { PASSING } from "./refusal";
import { toCredential } from "./to-credential";
import { refusedWith, toSignInProblem, toVendor } from "./vendor";

type OAuthCredential = Extract<Credential, { kind: "oauth" }>;
type BrowserCredential = Extract<Credential, { kind: "browser" }>;

export type RefreshOptions = AuthPorts & { readonly signal: AbortSignal };

/** A credential that works again, got the way the first one was; see `Auth.refresh`. */
export async function refresh(
  service: ServiceDeclaration,
  credential: Credential,
  options: RefreshOptions,
): Promise<Credential> {
  if (credential.kind === "browser") return refreshInBrowser(credential, options);
  if (credential.kind === "token" || credential.refreshToken === undefined) throw ended();
  const { refreshToken } = credential;
  const method = findMethod(service, credential.method);
  if (method?.kind === "companion") {
    return refreshWithCompanion(method.provider, { ...credential, refreshToken }, options);
  }
  if (method?.kind !== "pkce" && method?.kind !== "device") throw ended();
  return refreshWithVendor(method, { ...credential, refreshToken }, options);
}

type Refreshable = OAuthCredential & { readonly refreshToken: string };

/** The browser hands out the refused token again unless it is told to forget it. */
async function refreshInBrowser(
  credential: BrowserCredential,
  { webAuth }: RefreshOptions,
): Promise<Credential> {
  const refused = await webAuth.browserToken(credential.scopes, { interactive: false });
  await webAuth.forgetBrowserToken(refused);
  await webAuth.browserToken(credential.scopes, { interactive: false });
  return credential;
}

async function refreshWithCompanion(
  provider: string,
  credential: Refreshable,
  { companion, fetch, signal }: RefreshOptions,
): Promise<Credential> {
  const { refreshToken, expiresAt, ...others } = credential;
  const tokens = await askCompanion(toCompanion(await companion()), [provider, "refresh"], {
    body: { refreshToken },
    fetch,
    signal,
  });
  return { ...others, refreshToken, ...tokens };
}

async function refreshWithVendor(
  method: Extract<SignInMethod, { kind: "pkce" | "device" }>,
  { clientId, baseUrl, refreshToken }: Refreshable,
  { clock, fetch, signal }: RefreshOptions,
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
    const name = refusedWith(thrown);
    if (name !== undefined && !PASSING.has(name)) throw ended(vendor.host);
    throw toSignInProblem(thrown, vendor);
  }
}

function ended(host?: string): SignInError {
  return new SignInError(
    host === undefined
      ? "Sign in again: the token cannot be renewed"
      : `Sign in again: ${host} has ended the sign-in`,
  );
}
