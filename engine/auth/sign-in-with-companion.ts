import type { SignInMethod } from "../connectors/service";
import { hasCode } from "../errors/error-code";
import { SettingsError } from "../errors/settings-error";
import type { Credential } from "../model/credential";
import type { SignInRequest } from "./auth";
import type { AuthPorts } from "./auth-ports";
import { authorize } from "./authorize";
import { chooseClientId } from "./client-id";
import { askCompanion, toCompanion, VendorAway } from "./companion";
import { scopeParameter } from "./scope-parameter";
import { toEndpoint } from "./to-endpoint";

type CompanionMethod = Extract<SignInMethod, { kind: "companion" }>;

/**
 * Authorization code whose exchange needs a secret. The person goes to the vendor's page from here, so state and
 * verifier never leave the browser before the code is back.
 */
export async function signInWithCompanion(
  method: CompanionMethod,
  { entered, signal, webAuth, ...ports }: SignInRequest & AuthPorts,
): Promise<Credential> {
  const clientId = chooseClientId(entered.clientId, method.clientId);
  // Asked first: without a companion there is no use in sending the person to the vendor.
  const companion = toCompanion(await ports.companion());
  const { code, codeVerifier, redirectUri } = await authorize(toEndpoint(method.authorizeUrl), {
    clientId,
    issuers: [],
    parameters: { ...method.extraParameters, ...scopeParameter(method) },
    webAuth,
    signal,
  });
  const tokens = await askCompanion(companion, [method.provider, "token"], {
    body: { code, codeVerifier, redirectUri, clientId },
    fetch: ports.fetch,
    signal,
  }).catch((thrown: unknown) => {
    if (thrown instanceof VendorAway || !hasCode(thrown, "unavailable")) throw thrown;
    throw new SettingsError(
      `Cannot sign in: the companion at ${companion.url.host} does not answer; start it with npm run companion, or change its address in the settings`,
    );
  });
  return { kind: "oauth", method: method.id, clientId, ...tokens };
}
