import * as z from "zod";
import type { ServiceDeclaration } from "../connectors/service";
import { UnavailableError } from "../errors/unavailable-error";
import type { Credential } from "../model/credential";
import type { AuthDeps } from "./auth-deps";
import { revokeAtCompanion, toCompanion } from "./companion";
import { findMethod } from "./find-method";
import { post } from "./post";
import { RFC_ERRORS } from "./rfc-errors";
import { toEndpoint } from "./to-endpoint";

type OAuthCredential = Extract<Credential, { kind: "oauth" }>;
type BrowserCredential = Extract<Credential, { kind: "browser" }>;

export type RevokeDeps = Pick<AuthDeps, "fetch" | "webAuth" | "companion"> & {
  readonly signal: AbortSignal;
};

/**
 * Tells the vendor to forget what was given out, where the method declares a `revokeUrl`: RFC 7009, which Slack's
 * auth.revoke and Google's endpoint understand, too; by the companion where that made the sign-in. A pasted token is
 * the person's own and stays valid.
 */
export async function revoke(
  service: ServiceDeclaration,
  credential: Credential,
  deps: RevokeDeps,
): Promise<void> {
  if (credential.kind === "token") return;
  const method = findMethod(service, credential.method);
  const declared = method && "revokeUrl" in method ? method.revokeUrl : undefined;
  if (credential.kind === "browser") return revokeInBrowser(credential, declared, deps);
  if (method?.kind === "companion") return revokeWithCompanion(method.provider, credential, deps);
  if (declared === undefined) return;
  const { clientId, baseUrl, accessToken, refreshToken } = credential;
  const url = toEndpoint(declared, baseUrl);
  // The refresh token first: with most vendors the access token goes with it.
  if (refreshToken !== undefined)
    await postRevocation(
      url,
      { token: refreshToken, token_type_hint: "refresh_token", client_id: clientId },
      deps,
    );
  await postRevocation(
    url,
    { token: accessToken, token_type_hint: "access_token", client_id: clientId },
    deps,
  );
}

/** Vendors that want a secret for a token want it for taking the token back, too. */
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
  // Where the browser has no token any more, there is nothing to give back.
  if (token === undefined) return;
  if (revokeUrl !== undefined) await postRevocation(toEndpoint(revokeUrl), { token }, deps);
  await webAuth.forgetBrowserToken(token);
}

/** Slack refuses with status 200 and `ok: false`. */
const RefusalSchema = z.object({ error: z.string() });

/** Refusals after which the credential may still be good. */
const INCONCLUSIVE_ERRORS: ReadonlySet<string> = new Set([
  "invalid_client",
  "unauthorized_client",
  "unsupported_token_type",
]);

async function postRevocation(
  url: URL,
  fields: Record<string, string>,
  { fetch, signal }: RevokeDeps,
): Promise<void> {
  const { status, body } = await post(url, { fetch, signal, body: new URLSearchParams(fields) });
  const error = RefusalSchema.safeParse(body).data?.error;
  const name = error === undefined ? undefined : (RFC_ERRORS[error] ?? error);
  // 400 and 401 as a rule mean that the vendor does not know the token any more, which is what we want.
  const isRevoked = status < 400 ? name === undefined || name === "invalid_grant" : status <= 401;
  if (isRevoked && !INCONCLUSIVE_ERRORS.has(name ?? "")) return;
  throw new UnavailableError(`Cannot end the sign-in at ${url.host}: end it in the settings there`);
}
