import type { DIALECTS } from "./dialects";

export interface FakeOAuthOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The only client it knows. */
  readonly clientId: string;
  /** Full addresses, as the connector declares them; an absent endpoint does not exist. */
  readonly endpoints: {
    readonly token: string;
    readonly authorize?: string;
    readonly device?: string;
    readonly revoke?: string;
  };
  /** Allowed redirect addresses; any https address when absent. */
  readonly redirectUris?: readonly string[];
  /** Format of the replies: RFCs, GitHub or Slack. `rfc` when absent. */
  readonly dialect?: keyof typeof DIALECTS;
  /** Lifetime of access tokens. When absent, they do not expire and there are no refresh tokens. */
  readonly lifetimeMs?: number;
  /** For this time, a used refresh token gets the same reply again, as at Linear; 0 when absent. */
  readonly replayGraceMs?: number;
  /** A confidential client's secret, required in every token request, as Basic or in the form. */
  readonly clientSecret?: string;
  /** Prefix of tokens; the client id when absent. */
  readonly prefix?: string;
}

/** The person's decision about a sign-in. */
export type Decision = "approve" | "deny";
