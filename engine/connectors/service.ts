import type { Account, Credential } from "../model/credential";
import type { Quota } from "../model/quota";
import type { Settings } from "../model/source";
import type { Fetch } from "../ports/fetch";

/** A limit of the vendor: at most `requests` within any `windowMs` milliseconds. */
export interface RateLimit {
  readonly id: string;
  readonly requests: number;
  readonly windowMs: number;
  /** Requests that may follow each other without a pause, 1 to `requests`; a tenth of `requests` when absent. */
  readonly burst?: number;
  /** Only requests whose path contains one of these count; every request counts when absent. */
  readonly paths?: readonly string[];
}

interface SignInBase {
  /** Unique within the connector; stored in the credential. */
  readonly id: string;
  /** Button label: "Sign in with Linear", "Use a token". */
  readonly label: string;
  /** Instructions for the person, and what the sign-in permits. */
  readonly help: string;
}

interface OAuthBase extends SignInBase {
  /** The minimum scopes, in the vendor's spelling. */
  readonly scopes: readonly string[];
  readonly tokenUrl: string;
  /** RFC 7009, or an endpoint that accepts the same form; absent when the vendor has none. */
  readonly revokeUrl?: string;
  /** Atlas's public client id at the vendor. When absent, the person enters the id of an app of their own. */
  readonly clientId?: string;
  /** The vendor's own error names, mapped to those of RFC 6749. Names that are not in the map stay as they are. */
  readonly errorNames?: Readonly<Record<string, string>>;
  /** Field of a token reply that contains the person's tokens; they are at the top level when absent. */
  readonly tokenField?: string;
}

/** A sign-in method. A connector lists the recommended one first. */
export type SignInMethod =
  | (SignInBase & {
      readonly kind: "token";
      /** Page on which the vendor creates such tokens. */
      readonly createUrl: string;
      /** Label of the field for the user name of the token ("E-mail address"); absent when the token has none. */
      readonly userLabel?: string;
    })
  | (OAuthBase & {
      /** Authorization code with PKCE (RFC 7636), without a client secret. */
      readonly kind: "pkce";
      readonly authorizeUrl: string;
      /** Name of the query parameter for the scopes; "scope" when absent. */
      readonly scopeParameter?: string;
      /** Separator between scopes; a space when absent. */
      readonly scopeSeparator?: string;
      readonly extraParameters?: Readonly<Record<string, string>>;
    })
  | (OAuthBase & {
      /** Device authorization grant (RFC 8628). */
      readonly kind: "device";
      readonly deviceUrl: string;
    })
  | (SignInBase & {
      /** The browser's own sign-in (chrome.identity.getAuthToken). */
      readonly kind: "browser";
      readonly scopes: readonly string[];
      readonly revokeUrl?: string;
    })
  | (SignInBase & {
      /** Authorization code whose exchange requires a client secret, which the companion server stores. */
      readonly kind: "companion";
      /** `POST {companion}/oauth/{provider}/token`, `/refresh` and `/revoke`; see companion-server/README.md. */
      readonly provider: string;
      readonly authorizeUrl: string;
      readonly scopes: readonly string[];
      readonly clientId?: string;
      readonly extraParameters?: Readonly<Record<string, string>>;
    });

/** How a vendor's API is reached. Plain data, because the options page shows it. */
export interface ServiceDeclaration {
  /** Match patterns of every API and token host: optional permissions, requested on connect. */
  readonly hosts: readonly string[];
  /**
   * Key of the text setting with the address of a self-hosted or per-tenant vendor, entered before connecting. When
   * it is set, its origin is requested instead of `hosts`.
   */
  readonly baseUrlSetting?: string;
  readonly signIn: readonly SignInMethod[];
  readonly limits: readonly RateLimit[];
  /** Maximum number of concurrent requests. */
  readonly concurrent: number;
  /** True when `Connector.search` queries the vendor while a question is answered. */
  readonly liveSearch: boolean;
}

/** A rate limit reply: when to retry. */
export interface RateLimitReply {
  /** Milliseconds to wait; absent when the vendor does not say, in which case the backoff decides. */
  readonly retryAfterMs?: number;
}

/** What plain data cannot express about a vendor. */
export interface ServiceBehaviour {
  /** Adds the credential to a request; `Authorization: Bearer …` when absent. */
  authorize?(headers: Headers, credential: Credential): void;
  /**
   * Parses a reply of status 400 or above: a rate limit, or undefined for anything else. When absent, 429 and 503 are
   * rate limits, with their `Retry-After` (seconds or date). The response is a copy whose body may be read.
   */
  parseLimit?(response: Response, now: number): Promise<RateLimitReply | undefined>;
  /**
   * Whether a reply rejects the credential, for vendors that use status 200 or 400 for it; 401 does too. The
   * response is a copy whose body may be read.
   */
  isCredentialRefused?(response: Response): Promise<boolean>;
  /**
   * Whether a reply of status 401 accepts the credential and lacks a permission, for vendors that use 401 for it; the
   * connector then gets the reply. The response is a copy whose body may be read.
   */
  isPermissionMissing?(response: Response): Promise<boolean>;
  /** Parses the remaining limit from the headers of a reply. */
  parseQuota?(headers: Headers, now: number): Quota | undefined;
  /** Returns the account, which also verifies a new credential. `api` signs requests with it. */
  identify(request: IdentifyRequest): Promise<Account>;
}

export interface IdentifyRequest {
  readonly api: Fetch;
  readonly settings: Settings;
  readonly credential: Credential["kind"];
  readonly signal: AbortSignal;
}
