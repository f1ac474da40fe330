import * as oauth from "oauth4webapi";
import type { SignInMethod } from "../connectors/service";
import { hasCode } from "../errors/error-code";
import type { Credential } from "../model/credential";
import type { SignInRequest } from "./auth";
import type { AuthDeps } from "./auth-deps";
import { chooseClientId } from "./choose-client-id";
import { toCredential } from "./to-credential";
import { isSecureUrl } from "./to-endpoint";
import { toOAuthError } from "./to-oauth-error";
import { toScopeParameter } from "./to-scope-parameter";
import { getOAuthErrorName, type OAuthVendor, toVendor, translateOAuthError } from "./to-vendor";

type DeviceMethod = Extract<SignInMethod, { kind: "device" }>;

/** RFC 8628, 3.2 and 3.5, in seconds. */
const DEFAULT_INTERVAL_SECONDS = 5;
/** Maximum interval between polls while the vendor does not respond, in seconds. */
const MAX_INTERVAL_SECONDS = 60;

/**
 * Device authorization grant (RFC 8628): the person enters a code at the vendor's page while the token endpoint is
 * polled.
 */
export async function signInWithDevice(
  method: DeviceMethod,
  { entered, baseUrl, onDevicePrompt, signal, ...deps }: SignInRequest & AuthDeps,
): Promise<Credential> {
  const { clock, fetch } = deps;
  const clientId = chooseClientId(entered.clientId, method.clientId);
  const vendor = toVendor(method, { clientId, baseUrl, fetch, signal });
  try {
    const device = await requestDeviceCode(vendor, method.scopes);
    const expiresAt = clock.now() + device.expires_in * 1000;
    onDevicePrompt?.({ userCode: device.user_code, verificationUrl: device.verification_uri, expiresAt });
    const reply = await pollForToken(vendor, { ...deps, device, expiresAt });
    return toCredential(reply, { origin: { method: method.id, clientId, baseUrl }, now: clock.now() });
  } catch (thrown) {
    throw translateOAuthError(thrown, vendor);
  }
}

async function requestDeviceCode(
  vendor: OAuthVendor,
  scopes: readonly string[],
): Promise<oauth.DeviceAuthorizationResponse> {
  const { server, client, authentication, options, host } = vendor;
  const parameters = toScopeParameter({ scopes });
  const response = await oauth.deviceAuthorizationRequest(
    server,
    client,
    authentication,
    parameters,
    options,
  );
  const device = await oauth.processDeviceAuthorizationResponse(server, client, response);
  // The page is opened for the person, so it must be a web page.
  const { verification_uri: page } = device;
  if (!URL.canParse(page) || !isSecureUrl(new URL(page))) throw toOAuthError(undefined, host);
  return device;
}

interface PollDeps extends Pick<AuthDeps, "clock" | "wait"> {
  readonly device: oauth.DeviceAuthorizationResponse;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

async function pollForToken(
  vendor: OAuthVendor,
  { device, expiresAt, clock, wait }: PollDeps,
): Promise<oauth.TokenEndpointResponse> {
  const { server, client, authentication, options, host, signal } = vendor;
  let interval = device.interval ?? DEFAULT_INTERVAL_SECONDS;
  for (;;) {
    await wait(interval * 1000, signal);
    if (clock.now() >= expiresAt) throw toOAuthError("expired_token", host);
    try {
      const { device_code } = device;
      const response = await oauth.deviceCodeGrantRequest(
        server,
        client,
        authentication,
        device_code,
        options,
      );
      return await oauth.processDeviceCodeResponse(server, client, response);
    } catch (thrown) {
      interval = nextInterval(interval, thrown);
    }
  }
}

/** The interval after a poll without a token; rethrows errors that are final. */
function nextInterval(interval: number, thrown: unknown): number {
  const name = getOAuthErrorName(thrown);
  if (name === "authorization_pending") return interval;
  if (name === "slow_down") return interval + DEFAULT_INTERVAL_SECONDS;
  if (hasCode(thrown, "unavailable")) return Math.min(interval * 2, MAX_INTERVAL_SECONDS);
  throw thrown;
}
