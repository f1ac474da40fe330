import * as z from "zod";
import type { CompanionAccess } from "../contract/sign-in";
import { SettingsError } from "../errors/settings-error";
import { SignInError } from "../errors/sign-in-error";
import { UnavailableError } from "../errors/unavailable-error";
import type { Fetch } from "../ports/fetch";
import { withoutUndefined } from "../util/without-undefined";
import { isTransient, type JsonReply, post } from "./post";
import { isSecureUrl } from "./to-endpoint";

const TokensSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1).optional().catch(undefined),
  /** Milliseconds since the epoch. */
  expiresAt: z.number().optional().catch(undefined),
});

const RevokedSchema = z.object({ revoked: z.boolean() });

export interface CompanionTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAt?: number;
}

/** The person's companion server, at an address that may receive secrets. */
export interface Companion {
  /** With a trailing slash. */
  readonly url: URL;
  /** The pairing token; absent when the person entered none. */
  readonly token?: string | undefined;
}

export interface CompanionRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

/** The companion's address. Throws SettingsError when there is none, or when it may not receive secrets. */
export function toCompanion(access: CompanionAccess | undefined): Companion {
  if (!access?.baseUrl)
    throw new SettingsError("Cannot sign in: this service needs the companion, add it in the settings");
  const base = access.baseUrl.endsWith("/") ? access.baseUrl : `${access.baseUrl}/`;
  if (URL.canParse(base) && isSecureUrl(new URL(base))) return { url: new URL(base), token: access.token };
  throw new SettingsError(
    "Cannot use the companion: its address must begin with https://, unless it is on this computer",
  );
}

/**
 * Requests tokens from the companion server, which stores the app's secret: `POST {companion}/oauth/{provider}/token`
 * or `/refresh`. Rejects with SignInError when the vendor refused, SettingsError when the companion is not configured
 * or the server is not a companion, UnavailableError when it does not respond.
 */
export async function requestCompanionTokens(
  companion: Companion,
  [provider, action]: readonly [provider: string, action: "token" | "refresh"],
  request: CompanionRequest,
): Promise<CompanionTokens> {
  const reply = await postToCompanion(companion, [provider, action], request);
  const problem = toCompanionError(reply, provider, companion);
  if (problem) throw problem;
  const tokens = TokensSchema.safeParse(reply.body).data;
  if (reply.status === 200 && tokens !== undefined) return withoutUndefined(tokens);
  throw createNoCompanionError(companion, provider);
}

/**
 * Revokes the tokens through the companion: `POST {companion}/oauth/{provider}/revoke`. Resolves also when the vendor
 * has no revocation. Rejects with UnavailableError when the tokens may still be valid.
 */
export async function revokeAtCompanion(
  companion: Companion,
  provider: string,
  request: CompanionRequest,
): Promise<void> {
  const reply = await postToCompanion(companion, [provider, "revoke"], request);
  if (reply.status === 200 && RevokedSchema.safeParse(reply.body).success) return;
  throw new UnavailableError(
    `Cannot end the sign-in by way of the companion at ${companion.url.host}: end it in the settings of the service`,
  );
}

async function postToCompanion(
  { url, token }: Companion,
  [provider, action]: readonly [provider: string, action: string],
  request: CompanionRequest,
): Promise<JsonReply> {
  const address = new URL(`oauth/${encodeURIComponent(provider)}/${action}`, url);
  return post(address, { ...request, anyStatus: true, ...(token !== undefined && { bearer: token }) });
}

/** The companion's own errors are an object with a code; the vendor's errors are OAuth error names. */
const CompanionErrorSchema = z.object({ error: z.object({ code: z.string() }) });
const VendorErrorSchema = z.object({ error: z.string() });

function toCompanionError(
  { status, body }: JsonReply,
  provider: string,
  { url }: Companion,
): Error | undefined {
  const companionCode = CompanionErrorSchema.safeParse(body).data?.error.code;
  const remedy = companionCode === undefined ? undefined : REMEDIES[companionCode];
  if (remedy !== undefined)
    return new SettingsError(`Cannot sign in: the companion at ${url.host} ${remedy}`);
  const vendorCode = VendorErrorSchema.safeParse(body).data?.error;
  if (status === 400 && vendorCode === "invalid_client")
    return new SettingsError(
      `Cannot sign in: ${provider} does not accept the client id and secret that the companion has; set them anew where it runs`,
    );
  if (companionCode !== undefined && isTransient(status))
    return new VendorUnavailableError(url.host, provider);
  if (isTransient(status)) return new UnavailableError(`${url.host} answers with status ${status}`);
  if ([400, 401, 403].includes(status) && companionCode === undefined)
    return new SignInError("Cannot sign in: the service refused it to the companion, sign in again");
  return undefined;
}

/** The companion responds, but the vendor does not. */
export class VendorUnavailableError extends UnavailableError {
  constructor(host: string, provider: string) {
    super(`Cannot sign in: the companion at ${host} cannot ask ${provider} for now, try again later`);
  }
}

/** What to change, by the companion's error codes. */
const REMEDIES: Readonly<Record<string, string>> = {
  invalid_pairing_token:
    "does not accept the pairing token: enter in the settings the one it printed at its start",
  provider_not_configured:
    "has no app for this service: set its client id and secret where the companion runs",
  client_id_mismatch: "has another client id for this service than the one you entered",
  redirect_not_allowed: "answers another extension: see ATLAS_COMPANION_EXTENSION_IDS where it runs",
  origin_not_allowed: "answers another extension: see ATLAS_COMPANION_EXTENSION_IDS where it runs",
  host_not_allowed: "does not know this name of its own: see ATLAS_COMPANION_ALLOWED_HOSTS where it runs",
};

function createNoCompanionError({ url }: Companion, provider: string): SettingsError {
  return new SettingsError(
    `Cannot sign in: ${url.host} does not answer as a companion for ${provider}; check its address in the settings`,
  );
}
