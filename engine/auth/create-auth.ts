import { hasCode } from "../errors/error-code";
import { SignInError } from "../errors/sign-in-error";
import type { Credential } from "../model/credential";
import type { Auth, SignInRequest } from "./auth";
import type { AuthDeps } from "./auth-deps";
import { refresh } from "./refresh";
import { revoke } from "./revoke";
import { signInWithCompanion } from "./sign-in-with-companion";
import { signInWithDevice } from "./sign-in-with-device";
import { signInWithPkce } from "./sign-in-with-pkce";
import { signInWithToken } from "./sign-in-with-token";

/** Signs in with the flow of the method; each flow has a file of its own. */
export function createAuth(deps: AuthDeps): Auth {
  return {
    signIn: async (request) => {
      request.signal.throwIfAborted();
      return signIn({ ...request, ...deps });
    },
    refresh: (service, credential, signal) => refresh(service, credential, { ...deps, signal }),
    revoke: (service, credential, signal) => revoke(service, credential, { ...deps, signal }),
  };
}

async function signIn(request: SignInRequest & AuthDeps): Promise<Credential> {
  const { method, entered, webAuth } = request;
  switch (method.kind) {
    case "token":
      return signInWithToken(method, entered);
    case "pkce":
      return signInWithPkce(method, request);
    case "device":
      return signInWithDevice(method, request);
    case "companion":
      return signInWithCompanion(method, request);
    case "browser":
      await webAuth.browserToken(method.scopes, { interactive: true }).catch(toSignInError);
      return { kind: "browser", method: method.id, scopes: method.scopes };
  }
}

function toSignInError(thrown: unknown): never {
  if (hasCode(thrown, "sign-in")) throw thrown;
  throw new SignInError("Cannot sign in: the browser has no token for this account");
}
