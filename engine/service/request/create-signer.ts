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
  /** The vendor's name, for errors. */
  readonly name: string;
  readonly declaration: ServiceDeclaration;
  readonly behaviour: Pick<ServiceBehaviour, "authorize">;
  readonly vault: Pick<Vault, "get" | "put">;
  readonly auth: Pick<Auth, "refresh">;
  readonly webAuth?: WebAuth;
  readonly clock: Clock;
  readonly wait: Wait;
}

/** Headers with the credential on them, and what is needed to replace it. */
export interface SignedHeaders {
  readonly headers: Headers;
  /** True when the credential is in `Authorization` alone, which a browser takes off when redirected elsewhere. */
  readonly followsRedirects: boolean;
  readonly credential: Credential;
  /** The browser's token where the credential itself has none. */
  readonly browserToken?: string;
}

/** Puts one source's credential on its requests and keeps it alive. */
export interface Signer {
  /** Renews a credential that is about to end before using it. */
  sign(headers: Headers): Promise<SignedHeaders>;
  /**
   * Gets a new credential for one that was refused, once however many ask. SignInError when there is none to be
   * had without the person.
   */
  renew(refused: SignedHeaders): Promise<void>;
  /** What to tell the person when the vendor refuses the credential for good. */
  createSignInError(cause?: unknown): SignInError;
  /** Ends a renewal under way: nothing is put into the vault once this has resolved. */
  close(): Promise<void>;
}

/** A credential is renewed this long before it ends, so that it does not end on the way. */
const RENEW_BEFORE_EXPIRY_MS = 60_000;
const RENEWAL_TIMEOUT_MS = 30_000;

export function createSigner(deps: SignerDeps): Signer {
  const { sourceId, name, clock, vault } = deps;
  const singleFlight = createSingleFlight<void>();
  // Shared by several requests, so the abort of one of them must not end it.
  const closeController = new AbortController();

  const createSignInError = (cause?: unknown) =>
    new SignInError(`Sign in to ${name} again: it no longer accepts the token`, { cause });

  async function requireCredential(): Promise<Credential> {
    const credential = await vault.get(sourceId);
    if (credential === undefined) throw new SignInError(`Sign in to ${name}: Atlas has no token for it`);
    return credential;
  }

  /** Unless somebody else has replaced the refused credential meanwhile. */
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
      // It still works for a moment, and the vendor may be better by then.
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
      // To the vendor it is a token like any other.
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
    // The platform's own error repeats the header, and with it the token.
    throw new SignInError(`Sign in to ${name} again: the token holds characters that no token has`);
  }
  const added = [...headers].filter(([key, value]) => given.get(key) !== value).map(([key]) => key);
  return { headers, followsRedirects: added.every((key) => key === "authorization") };
}

function tokenOf(credential: Credential): string {
  if (credential.kind === "token") return credential.token;
  return credential.kind === "oauth" ? credential.accessToken : "";
}
