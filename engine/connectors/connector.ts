import type { ItemsPage, KnownItem, PullPage } from "../model/pull-page";
import type { SettingValue, Source } from "../model/source";
import type { SourceDocument } from "../model/source-document";
import type { BrowserPorts } from "../ports/browser-ports";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { ServiceBehaviour, ServiceDeclaration } from "./service";

/** One thing the person may choose about a source; the options page draws it from this. */
export interface SettingField {
  readonly key: string;
  readonly label: string;
  /** One sentence under the field. */
  readonly help?: string;
  /** `list`: names separated by commas or line ends, empty for all. `date`: `YYYY-MM-DD`, empty for none. */
  readonly kind: "boolean" | "number" | "text" | "list" | "date" | "url";
  readonly initial: SettingValue;
  /** Host patterns to ask the browser for when a boolean field is switched on. */
  readonly needsHosts?: readonly string[];
}

/** What a connector says about itself. Everything the options page shows comes from here. */
export interface ConnectorDeclaration {
  readonly id: string;
  readonly name: string;
  /** One sentence: what it brings into Atlas. */
  readonly description: string;
  /** Name of an icon in `extension/ui/icons`. */
  readonly icon: string;
  /** Optional browser permissions asked for when the source is switched on, given back when it goes. */
  readonly permissions: readonly string[];
  readonly settings: readonly SettingField[];
  /** True when the person can add several (folders); false for one of a kind (bookmarks). */
  readonly multiple: boolean;
  /** How the person adds it: by a switch, by picking a folder, by signing in, or it comes with the product. */
  readonly addedBy: "switch" | "folder" | "sign-in" | "built-in";
  /** Events of the browser after which the source is due, named below `chrome`: "bookmarks.onCreated". */
  readonly changeEvents?: readonly string[];
  /** Re-sync at the latest after this many minutes; 0 when events alone keep it fresh. */
  readonly intervalMinutes: number;
  /** `listIds` runs after a finished pass, at most this often; after every pass where absent. */
  readonly pruneMinutes?: number;
  /** Present on connectors to a vendor's API, which are added by signing in. */
  readonly service?: ServiceDeclaration;
}

/** What a connector may use. Ports are the only way out. */
export interface ConnectorContext extends BrowserPorts {
  readonly source: Source;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /**
   * `fetch` to the source's vendor: signed in, within the declared limits, with timeout, retries and breaker.
   * Resolves, with the whole body read, for every reply that is the connector's to judge (2xx, 3xx, 400, 403,
   * 404, 410 …). Rejects with SignInError when the vendor refuses the credential (401, once refreshed), WaitError
   * when a limit asks for a long pause, UnavailableError when it keeps failing (network, timeout, 5xx, cut body).
   */
  readonly api: Fetch;
  /** Ledger entries of this source; items never seen are absent from the map. */
  known(itemIds: readonly string[]): Promise<ReadonlyMap<string, KnownItem>>;
  /** Item ids of this source whose raw content had this hash. */
  withHash(contentHash: string): Promise<readonly string[]>;
  /** Item ids of this source that the ledger has and that begin with this; all of them for "". */
  withPrefix(prefix: string): Promise<readonly string[]>;
}

export interface Connector {
  /**
   * The next page after `cursor` (absent: from the beginning). Full and incremental sync are the same loop.
   * Rejects with PermissionError / SettingsError when the whole source cannot go on, and with whatever
   * `context.api` rejects with; a bad item is a failure in the page, never a rejection.
   */
  pull(cursor: string | undefined, signal: AbortSignal): Promise<PullPage>;
  /** Every id that exists now; run after a finished pass, and whatever is not listed is deleted. */
  listIds?(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * These items as they are now: retried by the person, listed but unknown, or checked again. One that is gone or
   * may no longer be read (403, 404, 410) is a deletion.
   */
  fetchItems?(itemIds: readonly string[], signal: AbortSignal): Promise<ItemsPage>;
  /** What the vendor's own search finds now, best first, as `pull` would deliver it (same ids). */
  search?(query: LiveQuery, signal: AbortSignal): Promise<readonly SourceDocument[]>;
}

/** A question as live search asks it. */
export interface LiveQuery {
  /** The person's words. */
  readonly text: string;
  /** Most documents wanted. */
  readonly limit: number;
  /** Milliseconds since the epoch. */
  readonly updatedAfter?: number;
  /** Milliseconds since the epoch. */
  readonly updatedBefore?: number;
}

/** The registry's entry: a declaration and how to make a connector for one configured source. */
export interface ConnectorDefinition {
  readonly declaration: ConnectorDeclaration;
  /** Present exactly when `declaration.service` is. */
  readonly service?: ServiceBehaviour;
  create(context: ConnectorContext): Connector;
}
