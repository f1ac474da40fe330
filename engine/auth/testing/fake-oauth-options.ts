import type { DIALECTS } from "./dialects";

export interface FakeOAuthOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The one client it knows. */
  readonly clientId: string;
  /** Whole addresses, as the connector declares them; one left away does not exist. */
  readonly endpoints: {
    readonly token: string;
    readonly authorize?: string;
    readonly device?: string;
    readonly revoke?: string;
  };
  /** Where it sends people back to; any https address where absent. */
  readonly redirectUris?: readonly string[];
  /** How it words replies: as the RFCs, as GitHub, or as Slack. `rfc` where absent. */
  readonly dialect?: keyof typeof DIALECTS;
  /** Of access tokens. Absent: they live for ever and there are no refresh tokens. */
  readonly lifetimeMs?: number;
  /** A spent refresh token gets the same reply again for so long, as at Linear; 0 where absent. */
  readonly replayGraceMs?: number;
  /** A confidential client's secret, expected with every token request, as Basic or in the form. */
  readonly clientSecret?: string;
  /** Tokens start with it; the client id where absent. */
  readonly prefix?: string;
}

/** What a person says to a sign-in. */
export type Decision = "approve" | "deny";
