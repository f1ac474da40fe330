import * as z from "zod";
import { SettingsError } from "../errors/settings-error";
import { SignInError } from "../errors/sign-in-error";
import type { Fetch } from "../ports/fetch";
import { withoutUndefined } from "../util/without-undefined";
import { post } from "./post";
import { isSafe } from "./to-endpoint";

const TokensSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1).optional().catch(undefined),
  /** Milliseconds since the epoch. */
  expiresAt: z.number().optional().catch(undefined),
});

export interface CompanionTokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly expiresAt?: number;
}

export interface CompanionRequest {
  /** `POST {companion}/oauth/{provider}/{action}` */
  readonly action: "token" | "refresh";
  readonly body: Readonly<Record<string, unknown>>;
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
}

/** The companion's address. SettingsError when there is none, or none to send secrets to. */
export function toCompanion(entered: string | undefined): URL {
  if (!entered)
    throw new SettingsError(
      "Cannot sign in: this service needs the companion, enter its address in the settings",
    );
  const base = entered.endsWith("/") ? entered : `${entered}/`;
  if (URL.canParse(base) && isSafe(new URL(base))) return new URL(base);
  throw new SettingsError("Cannot sign in: the companion's address in the settings must begin with https://");
}

/**
 * Asks the companion server, which keeps the app's secret, for tokens. Rejects with SignInError when the vendor
 * refused (400, 401, 403), SettingsError when what answers is no companion, UnavailableError when nothing does.
 */
export async function askCompanion(
  companion: URL,
  provider: string,
  { action, body, ...options }: CompanionRequest,
): Promise<CompanionTokens> {
  const url = new URL(`oauth/${encodeURIComponent(provider)}/${action}`, companion);
  const reply = await post(url, { ...options, body });
  if ([400, 401, 403].includes(reply.status))
    throw new SignInError("Cannot sign in: the service refused it to the companion, sign in again");
  const tokens = TokensSchema.safeParse(reply.body).data;
  if (reply.status === 200 && tokens !== undefined) return withoutUndefined(tokens);
  throw new SettingsError(
    `Cannot sign in: ${url.host} does not answer as a companion for ${provider}; check its address in the settings`,
  );
}
