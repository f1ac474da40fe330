import type { Auth } from "../../auth/auth";
import type { ServiceBehaviour, ServiceDeclaration } from "../../connectors/service";
import { hasCode } from "../../errors/error-code";
import { SignInError } from "../../errors/sign-in-error";
import type { Credential } from "../../model/credential";
import type { Clock } from "../../ports/clock";
import type { WebAuth } from "../../ports/web-auth";
import { createSingleFlight } from "../../util/create-single-flight";
import type { Wait } from "../../util/wait";
import { withTimeout } from "../../util/with-timeout";
import type { Vault } from "../../vault/vault";

export interface SignerDeps {
  readonly sourceId: string;
  /** The vendor's name, for messages. */
  readonly name: string;
  readonly declaration: ServiceDeclaration;
  readonly behaviour: Pick<ServiceBehaviour, "authorize">;
  readonly vault: Pick<Vault, "get" | "put">;
  readonly auth: Pick<Auth, "refresh">;
  readonly webAuth?: WebAuth;
  readonly clock: Clock;
  readonly wait: Wait;
}

/** Signed headers, with what is needed to replace the credential. */
export interface SignedHeaders {
  readonly headers: Headers;
  /** True when the credential is in `Authorization` alone, which browsers remove from cross-origin redirects. */
  readonly followsRedirects: boolean;
  readonly credential: Credential;
  /** The browser's token, when the credential itself has none. */
  readonly browserToken?: string;
}

/** Signs one source's requests and renews its credential. */
export interface Signer {
  /** Signs headers; renews a credential that is about to expire first. */
  sign(headers: Headers): Promise<SignedHeaders>;
  /**
   * Renews a rejected credential, once for all callers. Rejects with SignInError when only the person can sign in
   * again.
   */
  renew(refused: SignedHeaders): Promise<void>;
  /** The error for the person when the vendor rejects the credential permanently. */
  createSignInError(cause?: unknown): SignInError;
  /** Aborts a running renewal: after this resolves, nothing is written to the vault. */
  close(): Promise<void>;
}

/** A credential is renewed this long before it expires, so that it does not expire in transit. */
const RENEW_BEFORE_EXPIRY_MS = 60_000;
const RENEWAL_TIMEOUT_MS = 30_000;

export function createSigner(deps: SignerDeps): Signer {
  const { sourceId, name, clock, vault } = deps;
  const singleFlight = createSingleFlight<void>();
  // Shared by several requests, so the abort of one must not end it.
  const closeController = new AbortController();

  const createSignInError = (cause?: unknown) =>
    new SignInError(`Sign in to ${name} again: it no longer accepts the token`, { cause });

  async function requireCredential(): Promise<Credential> {
    const credential = await vault.get(sourceId);
    if (credential === undefined) throw new SignInError(`Sign in to ${name}: Atlas has no token for it`);
    return credential;
  }

  /** Does nothing when another caller has replaced the rejected credential meanwhile. */
  const renewOnce = (refused: Credential) =>
    singleFlight(sourceId, async () => {
      const current = await requireCredential();
      if (JSON.stringify(current) !== JSON.stringify(refused)) return;
      if (current.kind !== "oauth" || current.refreshToken === undefined) throw createSignInError();
      const timeout = { wait: deps.wait, milliseconds: RENEWAL_TIMEOUT_MS, signal: closeController.signal };
      const renewed = await withTimeout(timeout, (signal) =>
        deps.auth.refresh(deps.declaration, current, signal),
      );
      closeController.signal.throwIfAborted();
      await vault.put(sourceId, renewed);
    }).catch((thrown: unknown) => {
      throw hasCode(thrown, "sign-in") ? createSignInError(thrown) : thrown;
    });

  async function getFreshCredential(): Promise<Credential> {
    const credential = await requireCredential();
    if (credential.kind !== "oauth" || credential.refreshToken === undefined) return credential;
    const left = (credential.expiresAt ?? Number.POSITIVE_INFINITY) - clock.now();
    if (left > RENEW_BEFORE_EXPIRY_MS) return credential;
    try {
      await renewOnce(credential);
    } catch (thrown) {
      // The credential is still valid, and the vendor may respond by the next request.
      if (left > 0 && hasCode(thrown, "unavailable")) return credential;
      throw thrown;
    }
    return requireCredential();
  }

  return {
    sign: async (headers) => {
      const credential = await getFreshCredential();
      if (credential.kind !== "browser") return { ...authorize(deps, headers, credential), credential };
      const token = await getBrowserToken(deps, credential.scopes);
      // The vendor treats it like any other token.
      const { method } = credential;
      const bearer: Credential = { kind: "oauth", method, clientId: "", accessToken: token };
      return { ...authorize(deps, headers, bearer), credential, browserToken: token };
    },
    renew: async ({ credential, browserToken }) => {
      if (browserToken === undefined) await renewOnce(credential);
      else await deps.webAuth?.forgetBrowserToken(browserToken);
    },
    createSignInError,
    close: async () => {
      closeController.abort();
      await Promise.allSettled([singleFlight(sourceId, async () => {})]);
    },
  };
}

async function getBrowserToken({ webAuth, name }: SignerDeps, scopes: readonly string[]): Promise<string> {
  if (!webAuth)
    throw new SignInError(`Sign in to ${name} another way: this browser has no sign-in of its own`);
  return webAuth.browserToken(scopes, { interactive: false });
}

function authorize(
  { behaviour, name }: SignerDeps,
  given: Headers,
  credential: Credential,
): Pick<SignedHeaders, "headers" | "followsRedirects"> {
  const headers = new Headers(given);
  try {
    if (behaviour.authorize) behaviour.authorize(headers, credential);
    else headers.set("Authorization", `Bearer ${tokenOf(credential)}`);
  } catch {
    // The platform's error contains the header, and with it the token.
    throw new SignInError(`Sign in to ${name} again: the token holds characters that no token has`);
  }
  const added = [...headers].filter(([key, value]) => given.get(key) !== value).map(([key]) => key);
  return { headers, followsRedirects: added.every((key) => key === "authorization") };
}

function tokenOf(credential: Credential): string {
  if (credential.kind === "token") return credential.token;
  return credential.kind === "oauth" ? credential.accessToken : "";
}
