import * as oauth from "oauth4webapi";
import { hasCode } from "../errors/error-code";
import { SignInError } from "../errors/sign-in-error";
import type { WebAuth } from "../ports/web-auth";
import { toOAuthError } from "./to-oauth-error";

export interface AuthorizeOptions {
  readonly clientId: string;
  /** Origins that the vendor may name as the issuer (RFC 9207). */
  readonly issuers: readonly string[];
  readonly parameters: Readonly<Record<string, string>>;
  readonly webAuth: WebAuth;
  readonly signal: AbortSignal;
}

/** The validated callback of an authorization, with what the code exchange needs. */
export interface Authorization {
  /** Contains the code; made by oauth4webapi, which accepts no other parameters. */
  readonly callback: URLSearchParams;
  readonly code: string;
  readonly codeVerifier: string;
  readonly redirectUri: string;
}

/**
 * Opens the vendor's page and returns the authorization code (RFC 6749 with PKCE, RFC 7636). Rejects with SignInError
 * when the person closed the page or declined, and when the callback does not belong to this request.
 */
export async function authorize(page: URL, options: AuthorizeOptions): Promise<Authorization> {
  const { clientId, parameters, webAuth, signal } = options;
  const state = oauth.generateRandomState();
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const redirectUri = webAuth.redirectUrl;
  const authorizeUrl = new URL(page);
  const fields = {
    ...parameters,
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(fields)) authorizeUrl.searchParams.set(name, value);
  const redirect = await openAuthorizePage(authorizeUrl, webAuth);
  signal.throwIfAborted();
  const callback = validateCallback(redirect, { ...options, state, page });
  const code = callback.get("code");
  if (code === null) throw createMismatchError(page);
  return { callback, code, codeVerifier, redirectUri };
}

async function openAuthorizePage(page: URL, webAuth: WebAuth): Promise<URL> {
  const answer = await webAuth.launch(page.href, { interactive: true }).catch((thrown: unknown) => {
    if (hasCode(thrown, "sign-in")) throw thrown;
    throw new SignInError(`Cannot sign in at ${page.host}: its page was closed or could not be shown`);
  });
  const redirect = new URL(webAuth.redirectUrl);
  const url = URL.canParse(answer) ? new URL(answer) : undefined;
  if (url?.origin !== redirect.origin || url.pathname !== redirect.pathname) throw createMismatchError(page);
  return url;
}

interface ExpectedCallback extends AuthorizeOptions {
  readonly state: string;
  readonly page: URL;
}

function validateCallback(
  answer: URL,
  { clientId, issuers, state, page }: ExpectedCallback,
): URLSearchParams {
  const issuer = answer.searchParams.get("iss") ?? page.origin;
  const isKnownIssuer = URL.canParse(issuer) && [page.origin, ...issuers].includes(new URL(issuer).origin);
  const server = { issuer: isKnownIssuer ? issuer : page.origin };
  try {
    return oauth.validateAuthResponse(server, { client_id: clientId }, answer, state);
  } catch (thrown) {
    if (thrown instanceof oauth.AuthorizationResponseError) throw toOAuthError(thrown.error, page.host);
    throw createMismatchError(page);
  }
}

function createMismatchError({ host }: URL): SignInError {
  return new SignInError(`Cannot sign in at ${host}: what came back does not answer this sign-in, try again`);
}
