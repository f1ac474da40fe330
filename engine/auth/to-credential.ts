import type { TokenEndpointResponse } from "oauth4webapi";
import type { Credential } from "../model/credential";
import { withoutUndefined } from "../util/without-undefined";

type OAuthCredential = Extract<Credential, { kind: "oauth" }>;

/** The fields that a renewal keeps. */
export type CredentialOrigin = Pick<OAuthCredential, "method" | "clientId"> & {
  readonly baseUrl?: string | undefined;
};

export interface ToCredentialOptions {
  readonly origin: CredentialOrigin;
  /** When the tokens were issued, milliseconds since the epoch. */
  readonly now: number;
  /** Kept when the reply has none: not every vendor rotates refresh tokens. */
  readonly refreshToken?: string | undefined;
}

export function toCredential(
  reply: TokenEndpointResponse,
  { origin, now, refreshToken }: ToCredentialOptions,
): Credential {
  const { access_token, refresh_token = refreshToken, expires_in } = reply;
  return {
    kind: "oauth",
    ...withoutUndefined({
      ...origin,
      accessToken: access_token,
      refreshToken: refresh_token,
      expiresAt: expires_in === undefined ? undefined : now + expires_in * 1000,
    }),
  };
}
