import * as oauth from "oauth4webapi";
import type { SignInMethod } from "../connectors/service";
import type { Credential } from "../model/credential";
import type { SignInRequest } from "./auth";
import type { AuthDeps } from "./auth-deps";
import { authorize } from "./authorize";
import { chooseClientId } from "./choose-client-id";
import { toCredential } from "./to-credential";
import { toEndpoint } from "./to-endpoint";
import { toScopeParameter } from "./to-scope-parameter";
import { toVendor, translateOAuthError } from "./to-vendor";

type PkceMethod = Extract<SignInMethod, { kind: "pkce" }>;

/** Authorization code with PKCE, without a client secret. */
export async function signInWithPkce(
  method: PkceMethod,
  { entered, baseUrl, signal, ...deps }: SignInRequest & AuthDeps,
): Promise<Credential> {
  const clientId = chooseClientId(entered.clientId, method.clientId);
  const vendor = toVendor(method, { clientId, baseUrl, fetch: deps.fetch, signal });
  const { callback, codeVerifier, redirectUri } = await authorize(toEndpoint(method.authorizeUrl, baseUrl), {
    clientId,
    issuers: [vendor.server.issuer],
    parameters: { ...method.extraParameters, ...toScopeParameter(method) },
    webAuth: deps.webAuth,
    signal,
  });
  const { server, client, authentication, options } = vendor;
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      callback,
      redirectUri,
      codeVerifier,
      options,
    );
    const reply = await oauth.processAuthorizationCodeResponse(server, client, response);
    return toCredential(reply, { origin: { method: method.id, clientId, baseUrl }, now: deps.clock.now() });
  } catch (thrown) {
    throw translateOAuthError(thrown, vendor);
  }
}
