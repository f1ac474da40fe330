import * as oauth from "oauth4webapi";
import type { SignInMethod } from "../connectors/service";
import type { Credential } from "../model/credential";
import type { SignInRequest } from "./auth";
import type { AuthPorts } from "./auth-ports";
import { authorize } from "./authorize";
import { chooseClientId } from "./client-id";
import { scopeParameter } from "./scope-parameter";
import { toCredential } from "./to-credential";
import { toEndpoint } from "./to-endpoint";
import { toSignInProblem, toVendor } from "./vendor";

type PkceMethod = Extract<SignInMethod, { kind: "pkce" }>;

/** Authorization code with PKCE, without a secret. */
export async function signInWithPkce(
  method: PkceMethod,
  { entered, baseUrl, signal, ...ports }: SignInRequest & AuthPorts,
): Promise<Credential> {
  const clientId = chooseClientId(entered.clientId, method.clientId);
  const vendor = toVendor(method, { clientId, baseUrl, fetch: ports.fetch, signal });
  const { callback, codeVerifier, redirectUri } = await authorize(toEndpoint(method.authorizeUrl, baseUrl), {
    clientId,
    issuers: [vendor.server.issuer],
    parameters: { ...method.extraParameters, ...scopeParameter(method) },
    webAuth: ports.webAuth,
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
    return toCredential(reply, { origin: { method: method.id, clientId, baseUrl }, now: ports.clock.now() });
  } catch (thrown) {
    throw toSignInProblem(thrown, vendor);
  }
}
