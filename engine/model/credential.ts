/**
 * A credential for one vendor. Only the vault stores it, and only the source's service API reads it. It never enters
 * a log, an error, a page, the index or a backup.
 */
export type Credential =
  | {
      /** A personal token the person pasted. */
      readonly kind: "token";
      readonly token: string;
      /** The user name a vendor requires with the token, for example an e-mail address. */
      readonly user?: string;
    }
  | {
      readonly kind: "oauth";
      /** Id of the sign-in method it came from, which is also used to refresh and revoke it. */
      readonly method: string;
      readonly clientId: string;
      /** Origin of the self-hosted server that issued it, which also refreshes and revokes it. */
      readonly baseUrl?: string;
      readonly accessToken: string;
      readonly refreshToken?: string;
      /** Milliseconds since the epoch; absent when the vendor does not say. */
      readonly expiresAt?: number;
    }
  | {
      /** The browser keeps the token (chrome.identity.getAuthToken). */
      readonly kind: "browser";
      readonly method: string;
      readonly scopes: readonly string[];
    };

/** The account a connected source reads. It contains nothing secret. */
export interface Account {
  /** Unchanging id at the vendor. */
  readonly id: string;
  /** As displayed: a login, a workspace, an e-mail address. */
  readonly name: string;
  /** What the connector needs to build addresses: a site's URL, a cloud id, a workspace. */
  readonly details?: Readonly<Record<string, string>>;
}
