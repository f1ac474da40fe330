import type { SignInMethod } from "../connectors/service";
import { hasCode } from "../errors/error-code";
import { SettingsError } from "../errors/settings-error";
import type { Credential } from "../model/credential";
import type { SignInRequest } from "./auth";
import type { AuthDeps } from "./auth-deps";
import { authorize } from "./authorize";
import { chooseClientId } from "./choose-client-id";
import { requestCompanionTokens, toCompanion, VendorUnavailableError } from "./companion";
import { toEndpoint } from "./to-endpoint";
import { toScopeParameter } from "./to-scope-parameter";

type CompanionMethod = Extract<SignInMethod, { kind: "companion" }>;

/**
 * Authorization code whose exchange requires a client secret. The browser opens the vendor's page itself, so state
 * and verifier do not leave it before the code is returned.
 */
export async function signInWithCompanion(
  method: CompanionMethod,
  { entered, signal, webAuth, ...deps }: SignInRequest & AuthDeps,
): Promise<Credential> {
  const clientId = chooseClientId(entered.clientId, method.clientId);
  // First, because without a companion the sign-in cannot be completed.
  const companion = toCompanion(await deps.companion());
  const { code, codeVerifier, redirectUri } = await authorize(toEndpoint(method.authorizeUrl), {
    clientId,
    issuers: [],
    parameters: { ...method.extraParameters, ...toScopeParameter(method) },
    webAuth,
    signal,
  });
  const tokens = await requestCompanionTokens(companion, [method.provider, "token"], {
    body: { code, codeVerifier, redirectUri, clientId },
    fetch: deps.fetch,
    signal,
  }).catch((thrown: unknown) => {
    if (thrown instanceof VendorUnavailableError || !hasCode(thrown, "unavailable")) throw thrown;
    throw new SettingsError(
      `Cannot sign in: the companion at ${companion.url.host} does not answer; start it with npm run companion, or change its address in the settings`,
    );
  });
  return { kind: "oauth", method: method.id, clientId, ...tokens };
}
