import type { ItemsPage, KnownItem, PullPage } from "../model/pull-page";
import type { SettingValue, Source } from "../model/source";
import type { SourceDocument } from "../model/source-document";
import type { BrowserPorts } from "../ports/browser-ports";
import type { Clock } from "../ports/clock";
import type { Fetch } from "../ports/fetch";
import type { ServiceBehaviour, ServiceDeclaration } from "./service";

/** One setting of a source; the options page renders a form field from it. */
export interface SettingField {
  readonly key: string;
  readonly label: string;
  /** One sentence under the field. */
  readonly help?: string;
  /** `list`: names separated by commas or line ends, empty for all. `date`: `YYYY-MM-DD`, empty for none. */
  readonly kind: "boolean" | "number" | "text" | "list" | "date" | "url";
  readonly initial: SettingValue;
  /** Host patterns to request when a boolean field is switched on. */
  readonly needsHosts?: readonly string[];
}

/** Describes a connector. The options page shows nothing that is not in here. */
export interface ConnectorDeclaration {
  readonly id: string;
  readonly name: string;
  /** One sentence: which data the source adds. */
  readonly description: string;
  /** What is read, each as a short phrase: "Issues with their comments". Shown on the source's page. */
  readonly reads: readonly string[];
  /** What the vendor shows and this source does not read, each as a short phrase. Shown beside `reads`. */
  readonly notRead: readonly string[];
  /** Name of an icon in `extension/ui/icons`. */
  readonly icon: string;
  /** Optional browser permissions, requested when the source is switched on and removed with it. */
  readonly permissions: readonly string[];
  readonly settings: readonly SettingField[];
  /** True when several sources of this kind can be added (folders); false when there is one at most (bookmarks). */
  readonly multiple: boolean;
  /** How a source is added: with a switch, by choosing a folder, by signing in; `built-in` sources need no action. */
  readonly addedBy: "switch" | "folder" | "sign-in" | "built-in";
  /** Browser events that make the source due, named below `chrome`: "bookmarks.onCreated". */
  readonly changeEvents?: readonly string[];
  /** Longest time between two syncs, in minutes; 0 when events alone keep the source fresh. */
  readonly intervalMinutes: number;
  /** Least time between two runs of `listIds`, in minutes; it runs after every pass when absent. */
  readonly pruneMinutes?: number;
  /** Present on connectors to a vendor's API, which are added by signing in. */
  readonly service?: ServiceDeclaration;
}

/** Everything a connector may use. It has no other access to the outside. */
export interface ConnectorContext extends BrowserPorts {
  readonly source: Source;
  readonly clock: Clock;
  readonly fetch: Fetch;
  /**
   * `fetch` for the source's vendor: it signs requests and applies the declared limits, timeouts, retries and the
   * circuit breaker. Resolves, with the whole body read, for every reply that the connector has to interpret (2xx,
   * 3xx, 400, 403, 404, 410 …). Rejects with SignInError when the vendor rejects the credential (401 after one
   * renewal), WaitError when a limit requires a long pause, UnavailableError when the vendor keeps failing (network,
   * timeout, 5xx, truncated body).
   */
  readonly api: Fetch;
  /** Ledger entries of these items; the map has no entry for an unknown item. */
  known(itemIds: readonly string[]): Promise<ReadonlyMap<string, KnownItem>>;
  /** Ids of the source's items whose raw content had this hash. */
  withHash(contentHash: string): Promise<readonly string[]>;
  /** Ids of the source's ledger items that begin with this prefix; all of them for "". */
  withPrefix(prefix: string): Promise<readonly string[]>;
}

export interface Connector {
  /**
   * Returns the next page after `cursor`; from the beginning when it is absent. Full and incremental sync are the
   * same loop. Rejects with PermissionError or SettingsError when the whole source cannot continue, and with every
   * error of `context.api`. An item that cannot be read is a failure in the page, never a rejection.
   */
  pull(cursor: string | undefined, signal: AbortSignal): Promise<PullPage>;
  /** Returns every id that exists now. It runs after a finished pass, and items that are not listed are deleted. */
  listIds?(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Returns the current state of these items: items that the person retries, that are listed but unknown, or that are
   * verified. An item that is gone or forbidden (403, 404, 410) is a deletion.
   */
  fetchItems?(itemIds: readonly string[], signal: AbortSignal): Promise<ItemsPage>;
  /**
   * Searches with the vendor's own search. Results are best first and identical to what `pull` delivers (same ids).
   */
  search?(query: LiveQuery, signal: AbortSignal): Promise<readonly SourceDocument[]>;
}

/** A live search query. */
export interface LiveQuery {
  /** The person's words. */
  readonly text: string;
  /** Maximum number of documents. */
  readonly limit: number;
  /** Milliseconds since the epoch. */
  readonly updatedAfter?: number;
  /** Milliseconds since the epoch. */
  readonly updatedBefore?: number;
}

/** An entry of the registry: the declaration, and a factory for the connector of one configured source. */
export interface ConnectorDefinition {
  readonly declaration: ConnectorDeclaration;
  /** Present exactly when `declaration.service` is present. */
  readonly service?: ServiceBehaviour;
  create(context: ConnectorContext): Connector;
}
