import * as z from "zod";
import type { ServiceDeclaration, SignInMethod } from "../connectors/service";
import { UnavailableError } from "../errors/unavailable-error";
import type { Credential } from "../model/credential";
import type { AuthDeps } from "./auth-deps";
import { revokeAtCompanion, toCompanion } from "./companion";
import { findMethod } from "./find-method";
import { post } from "./post";
import { toEndpoint } from "./to-endpoint";

type OAuthCredential = Extract<Credential, { kind: "oauth" }>;
type BrowserCredential = Extract<Credential, { kind: "browser" }>;

export type RevokeDeps = Pick<AuthDeps, "fetch" | "webAuth" | "companion"> & {
  readonly signal: AbortSignal;
};

/**
 * Revokes the tokens at the vendor, where the method declares a `revokeUrl` (RFC 7009), or through the companion where
 * the companion made the sign-in. A pasted token is the person's own and stays valid.
 */
export async function revoke(
  service: ServiceDeclaration,
  credential: Credential,
  deps: RevokeDeps,
): Promise<void> {
  if (credential.kind === "token") return;
  const method = findMethod(service, credential.method);
  if (credential.kind === "browser") {
    const revokeUrl = method?.kind === "browser" ? method.revokeUrl : undefined;
    return revokeInBrowser(credential, revokeUrl, deps);
  }
  if (method?.kind === "companion") return revokeWithCompanion(method.provider, credential, deps);
  if (method?.kind === "pkce" || method?.kind === "device") await revokeAtVendor(method, credential, deps);
}

async function revokeAtVendor(
  { revokeUrl, errorNames }: Extract<SignInMethod, { kind: "pkce" | "device" }>,
  { clientId, baseUrl, accessToken, refreshToken }: OAuthCredential,
  deps: RevokeDeps,
): Promise<void> {
  if (revokeUrl === undefined) return;
  const endpoint = { url: toEndpoint(revokeUrl, baseUrl), errorNames };
  // The refresh token first: most vendors revoke the access token with it.
  if (refreshToken !== undefined) {
    const fields = { token: refreshToken, token_type_hint: "refresh_token", client_id: clientId };
    await postRevocation(endpoint, fields, deps);
  }
  const fields = { token: accessToken, token_type_hint: "access_token", client_id: clientId };
  await postRevocation(endpoint, fields, deps);
}

/** A vendor that requires the app's secret to issue a token requires it to revoke the token too. */
async function revokeWithCompanion(
  provider: string,
  { accessToken, refreshToken }: OAuthCredential,
  { companion, fetch, signal }: RevokeDeps,
): Promise<void> {
  const access = await companion();
  if (access === undefined)
    throw new UnavailableError(
      "Cannot end the sign-in: it needs the companion, which is not in the settings any more; end it in the settings of the service",
    );
  const body = { accessToken, ...(refreshToken !== undefined && { refreshToken }) };
  await revokeAtCompanion(toCompanion(access), provider, { body, fetch, signal });
}

async function revokeInBrowser(
  { scopes }: BrowserCredential,
  revokeUrl: string | undefined,
  deps: RevokeDeps,
): Promise<void> {
  const { webAuth } = deps;
  const token = await webAuth.browserToken(scopes, { interactive: false }).catch(() => undefined);
  // Without a cached token there is nothing to revoke.
  if (token === undefined) return;
  if (revokeUrl !== undefined) await postRevocation({ url: toEndpoint(revokeUrl) }, { token }, deps);
  await webAuth.forgetBrowserToken(token);
}

/** Some vendors send an error with status 200. */
const RefusalSchema = z.object({ error: z.string() });

/** Errors after which the credential may still be valid. */
const INCONCLUSIVE_ERRORS: ReadonlySet<string> = new Set([
  "invalid_client",
  "unauthorized_client",
  "unsupported_token_type",
]);

interface RevocationEndpoint {
  readonly url: URL;
  readonly errorNames?: Readonly<Record<string, string>> | undefined;
}

async function postRevocation(
  { url, errorNames = {} }: RevocationEndpoint,
  fields: Record<string, string>,
  { fetch, signal }: RevokeDeps,
): Promise<void> {
  const { status, body } = await post(url, { fetch, signal, body: new URLSearchParams(fields) });
  const error = RefusalSchema.safeParse(body).data?.error;
  const name = error === undefined ? undefined : (errorNames[error] ?? error);
  // 400 and 401 usually mean that the vendor no longer knows the token: it is revoked.
  const isRevoked = status < 400 ? name === undefined || name === "invalid_grant" : status <= 401;
  if (isRevoked && !INCONCLUSIVE_ERRORS.has(name ?? "")) return;
  throw new UnavailableError(`Cannot end the sign-in at ${url.host}: end it in the settings there`);
}
