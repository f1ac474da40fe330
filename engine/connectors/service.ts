import type { Account, Credential } from "../model/credential";
import type { Quota } from "../model/quota";
import type { Settings } from "../model/source";
import type { Fetch } from "../ports/fetch";

/** A ceiling of the vendor's: at most `requests` in any stretch of `windowMs` milliseconds. */
export interface RateLimit {
  readonly id: string;
  readonly requests: number;
  readonly windowMs: number;
  /** Requests that may follow each other at once, 1 to `requests`; a tenth of them where absent. */
  readonly burst?: number;
  /** Only requests whose path contains one of these count; every request where absent. */
  readonly paths?: readonly string[];
}

interface SignInBase {
  /** Unique within the connector; kept in the credential. */
  readonly id: string;
  /** On the button: "Sign in with Linear", "Use a token". */
  readonly label: string;
  /** What to do and what it allows, for the person. */
  readonly help: string;
}

interface OAuthBase extends SignInBase {
  /** Least scopes, as the vendor spells them. */
  readonly scopes: readonly string[];
  readonly tokenUrl: string;
  /** RFC 7009, or an endpoint that takes the same form; absent when the vendor has none. */
  readonly revokeUrl?: string;
  /** Atlas's public client id at the vendor. Absent: the person enters that of an app of their own. */
  readonly clientId?: string;
  /** The vendor's own error names, mapped to those of RFC 6749; names that are not in it stay as they are. */
  readonly errorNames?: Readonly<Record<string, string>>;
  /** Field of a token reply that holds the person's tokens; they are at the top level where it is absent. */
  readonly tokenField?: string;
}

/** One way to sign in; a connector lists the best first. */
export type SignInMethod =
  | (SignInBase & {
      readonly kind: "token";
      /** Where the vendor makes such tokens. */
      readonly createUrl: string;
      /** Label of the field for the name that goes with the token ("E-mail address"); absent when none does. */
      readonly userLabel?: string;
    })
  | (OAuthBase & {
      /** Authorization code with PKCE (RFC 7636), no secret. */
      readonly kind: "pkce";
      readonly authorizeUrl: string;
      /** Name of the query parameter that carries the scopes; "scope" where absent. */
      readonly scopeParameter?: string;
      /** Between scopes; a space where absent. */
      readonly scopeSeparator?: string;
      readonly extraParameters?: Readonly<Record<string, string>>;
    })
  | (OAuthBase & {
      /** Device authorization grant (RFC 8628). */
      readonly kind: "device";
      readonly deviceUrl: string;
    })
  | (SignInBase & {
      /** Chrome's own Google sign-in (chrome.identity.getAuthToken). */
      readonly kind: "browser";
      readonly scopes: readonly string[];
      readonly revokeUrl?: string;
    })
  | (SignInBase & {
      /** Authorization code whose exchange needs a secret, which the companion server keeps. */
      readonly kind: "companion";
      /** `POST {companion}/oauth/{provider}/token`, `/refresh` and `/revoke`; see companion-server/README.md. */
      readonly provider: string;
      readonly authorizeUrl: string;
      readonly scopes: readonly string[];
      readonly clientId?: string;
      readonly extraParameters?: Readonly<Record<string, string>>;
    });

/** What a connector to a vendor's API says about reaching it; plain data, the options page shows it. */
export interface ServiceDeclaration {
  /** Match patterns of every API and token host: optional permissions, asked for on connect. */
  readonly hosts: readonly string[];
  /**
   * Key of the text setting with the address of a self-hosted or per-tenant vendor, entered before connecting;
   * when it is set, its origin is asked for in place of `hosts`.
   */
  readonly baseUrlSetting?: string;
  readonly signIn: readonly SignInMethod[];
  readonly limits: readonly RateLimit[];
  /** Requests under way at the same time at most. */
  readonly concurrent: number;
  /** True when `Connector.search` asks the vendor at query time. */
  readonly liveSearch: boolean;
}

/** A vendor's reply that means "slower": when to come back. */
export interface RateLimitReply {
  /** Milliseconds to keep quiet; absent when the vendor does not say, then back-off decides. */
  readonly retryAfterMs?: number;
}

/** The vendor's peculiarities that plain data cannot say. */
export interface ServiceBehaviour {
  /** Puts the credential on a request; `Authorization: Bearer …` where absent. */
  authorize?(headers: Headers, credential: Credential): void;
  /**
   * Reads a reply of status 400 or more: a limit, or undefined for anything else. Where absent: 429 and 503 are
   * limits, with their `Retry-After` (seconds or date). The response is a copy; its body may be read.
   */
  parseLimit?(response: Response, now: number): Promise<RateLimitReply | undefined>;
  /**
   * Whether a reply of any status but 401, which always does, refuses the credential; for vendors that say so with
   * status 200 or 400. The response is a copy; its body may be read.
   */
  isCredentialRefused?(response: Response): Promise<boolean>;
  /** Reads what is left of the limit off a reply's headers. */
  parseQuota?(headers: Headers, now: number): Quota | undefined;
  /** Who signed in; checks a new credential. `api` is already signed in. */
  identify(request: IdentifyRequest): Promise<Account>;
}

export interface IdentifyRequest {
  readonly api: Fetch;
  readonly settings: Settings;
  readonly credential: Credential["kind"];
  readonly signal: AbortSignal;
}
