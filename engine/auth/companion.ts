import * as z from "zod";
import { SettingsError } from "../errors/settings-error";
import { SignInError } from "../errors/sign-in-error";
import { UnavailableError } from "../errors/unavailable-error";
import type { Fetch } from "../ports/fetch";
import { withoutUndefined } from "../util/without-undefined";
import type { CompanionAccess } from "./auth-ports";
import { isPassing, post, type Reply } from "./post";
import { isSafe } from "./to-endpoint";

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

/** The person's companion server, at an address that may be told secrets. */
export interface Companion {
  /** Ends with a slash. */
  readonly url: URL;
  /** What it was paired with; absent where the person entered none. */
  readonly token?: string | undefined;
}

export interface CompanionRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

/** Where the companion is. SettingsError when there is none, or none to send secrets to. */
export function toCompanion(entered: CompanionAccess | undefined): Companion {
  if (!entered?.baseUrl)
    throw new SettingsError("Cannot sign in: this service needs the companion, add it in the settings");
  const base = entered.baseUrl.endsWith("/") ? entered.baseUrl : `${entered.baseUrl}/`;
  if (URL.canParse(base) && isSafe(new URL(base))) return { url: new URL(base), token: entered.token };
  throw new SettingsError(
    "Cannot use the companion: its address must begin with https://, unless it is on this computer",
  );
}

/**
 * Asks the companion server, which keeps the app's secret, for tokens: `POST {companion}/oauth/{provider}/token` or
 * `/refresh`. Rejects with SignInError when the vendor refused, SettingsError when the companion lacks something or
 * what answers is none, UnavailableError when nothing does.
 */
export async function askCompanion(
  companion: Companion,
  [provider, action]: readonly [provider: string, action: "token" | "refresh"],
  request: CompanionRequest,
): Promise<CompanionTokens> {
  const reply = await send(companion, [provider, action], request);
  const problem = problemOf(reply, provider, companion);
  if (problem) throw problem;
  const tokens = TokensSchema.safeParse(reply.body).data;
  if (reply.status === 200 && tokens !== undefined) return withoutUndefined(tokens);
  throw noCompanion(companion, provider);
}

/**
 * Has the companion tell the vendor to forget the tokens: `POST {companion}/oauth/{provider}/revoke`. Resolves where
 * the vendor has no way to be told. Rejects with UnavailableError when it could not be told.
 */
export async function revokeByCompanion(
  companion: Companion,
  provider: string,
  request: CompanionRequest,
): Promise<void> {
  const reply = await send(companion, [provider, "revoke"], request);
  if (reply.status === 200 && RevokedSchema.safeParse(reply.body).success) return;
  throw new UnavailableError(
    `Cannot end the sign-in by way of the companion at ${companion.url.host}: end it in the settings of the service`,
  );
}

async function send(
  { url, token }: Companion,
  [provider, action]: readonly [provider: string, action: string],
  request: CompanionRequest,
): Promise<Reply> {
  const address = new URL(`oauth/${encodeURIComponent(provider)}/${action}`, url);
  return post(address, { ...request, anyStatus: true, ...(token !== undefined && { bearer: token }) });
}

/** The companion's own refusals hold an object with a code; the vendor's are passed on as OAuth's, a name. */
const OwnSchema = z.object({ error: z.object({ code: z.string() }) });
const PassedOnSchema = z.object({ error: z.string() });

function problemOf({ status, body }: Reply, provider: string, { url }: Companion): Error | undefined {
  const own = OwnSchema.safeParse(body).data?.error.code;
  const remedy = own === undefined ? undefined : REMEDIES[own];
  if (remedy !== undefined)
    return new SettingsError(`Cannot sign in: the companion at ${url.host} ${remedy}`);
  const named = PassedOnSchema.safeParse(body).data?.error;
  if (status === 400 && named === "invalid_client")
    return new SettingsError(
      `Cannot sign in: ${provider} does not accept the client id and secret that the companion has; set them anew where it runs`,
    );
  if (own !== undefined && isPassing(status)) return new VendorAway(url.host, provider);
  if (isPassing(status)) return new UnavailableError(`${url.host} answers with status ${status}`);
  if ([400, 401, 403].includes(status) && own === undefined)
    return new SignInError("Cannot sign in: the service refused it to the companion, sign in again");
  return undefined;
}

/** The companion runs, but cannot ask the vendor for now. */
export class VendorAway extends UnavailableError {
  constructor(host: string, provider: string) {
    super(`Cannot sign in: the companion at ${host} cannot ask ${provider} for now, try again later`);
  }
}

/** What the companion lacks, by its error codes. */
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

function noCompanion({ url }: Companion, provider: string): SettingsError {
  return new SettingsError(
    `Cannot sign in: ${url.host} does not answer as a companion for ${provider}; check its address in the settings`,
  );
}
