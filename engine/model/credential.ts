/**
 * What lets Atlas act for the person at one vendor. Only the vault stores it and only the source's own `api`
 * reads it; it never enters a log, an error, a page, the index or a backup.
 */
export type Credential =
  | {
      /** A personal token the person pasted. */
      readonly kind: "token";
      readonly token: string;
      /** The name that belongs to the token where the vendor wants both (an e-mail address). */
      readonly user?: string;
    }
  | {
      readonly kind: "oauth";
      /** Id of the sign-in method it came from; refreshing and revoking go the same way. */
      readonly method: string;
      readonly clientId: string;
      /** Origin of the self-hosted vendor that gave it; refreshing and revoking go there. */
      readonly baseUrl?: string;
      readonly accessToken: string;
      readonly refreshToken?: string;
      /** Milliseconds since the epoch; absent when the vendor does not say. */
      readonly expiresAt?: number;
    }
  | {
      /** The browser keeps the token itself (chrome.identity.getAuthToken). */
      readonly kind: "browser";
      readonly method: string;
      readonly scopes: readonly string[];
    };

/** Whose data a connected source reads. Nothing in it is secret. */
export interface Account {
  /** Stable at the vendor. */
  readonly id: string;
  /** As a person names it: a login, a workspace, an e-mail address. */
  readonly name: string;
  /** What the connector needs to build addresses: a site's URL, a cloud id, a workspace. */
  readonly details?: Readonly<Record<string, string>>;
}
