import * as oauth from "oauth4webapi";
import type { SignInMethod } from "../connectors/service";
import { UnavailableError } from "../errors/unavailable-error";
import type { Fetch } from "../ports/fetch";
import { post } from "./post";
import { toEndpoint } from "./to-endpoint";
import { toOAuthError } from "./to-oauth-error";
import { toRfcResponse } from "./to-rfc-response";

type OAuthMethod = Extract<SignInMethod, { kind: "pkce" | "device" }>;

export interface ToVendorOptions {
  readonly clientId: string;
  readonly baseUrl?: string | undefined;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

/** A vendor in the form that oauth4webapi requires, with a public client. */
export interface OAuthVendor {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
  readonly options: oauth.TokenEndpointRequestOptions;
  /** Of the token endpoint, for messages. */
  readonly host: string;
  readonly signal: AbortSignal;
}

export function toVendor(
  method: OAuthMethod,
  { clientId, baseUrl, fetch, signal }: ToVendorOptions,
): OAuthVendor {
  const token = toEndpoint(method.tokenUrl, baseUrl);
  const device = method.kind === "device" ? toEndpoint(method.deviceUrl, baseUrl) : undefined;
  return {
    server: {
      issuer: token.origin,
      token_endpoint: token.href,
      ...(device && { device_authorization_endpoint: device.href }),
    },
    client: { client_id: clientId },
    authentication: oauth.None(),
    options: {
      // `toEndpoint` allows http on this computer only.
      [oauth.allowInsecureRequests]: token.protocol === "http:",
      [oauth.customFetch]: async (url, { body }) => {
        const endpoint = new URL(url);
        const reply = await post(endpoint, { fetch, signal, body });
        const rfcResponse = toRfcResponse(reply, method);
        if (rfcResponse === undefined) throw createMalformedReplyError(endpoint.host);
        return rfcResponse;
      },
    },
    host: token.host,
    signal,
  };
}

/** The vendor's error name ("invalid_grant"); undefined when the error is not the vendor's. */
export function getOAuthErrorName(thrown: unknown): string | undefined {
  return thrown instanceof oauth.ResponseBodyError ? thrown.error : undefined;
}

/**
 * Replaces errors of oauth4webapi, whose causes contain codes, verifiers and whole replies, by errors for the person.
 * Other errors are returned unchanged.
 */
export function translateOAuthError(
  thrown: unknown,
  { host, signal }: Pick<OAuthVendor, "host" | "signal">,
): unknown {
  if (signal.aborted) return signal.reason;
  const name = getOAuthErrorName(thrown);
  if (name !== undefined) return toOAuthError(name, host);
  return isLibraryError(thrown) ? createMalformedReplyError(host) : thrown;
}

function isLibraryError(thrown: unknown): boolean {
  return (
    thrown instanceof oauth.OperationProcessingError ||
    thrown instanceof oauth.UnsupportedOperationError ||
    thrown instanceof oauth.WWWAuthenticateChallengeError
  );
}

function createMalformedReplyError(host: string): UnavailableError {
  return new UnavailableError(`Cannot sign in at ${host}: its answer is not one of OAuth`);
}
