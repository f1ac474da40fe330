import type { Auth } from "./auth/auth";
import type { ConnectorContext, ConnectorDeclaration, ConnectorDefinition } from "./connectors/connector";
import { connectors } from "./connectors/registry";
import type { LedgerQuery, ServiceStatus, SourceSummary } from "./contract/sources";
import { NotFoundError } from "./errors/not-found-error";
import { createLiveCache } from "./live/live-cache";
import { type LiveSource, searchSources } from "./live/search-sources";
import type { LedgerItem } from "./model/ledger";
import type { LiveReply, LiveRequest } from "./model/live";
import type { Source } from "./model/source";
import type { Fetch } from "./ports/fetch";
import type { WebAuth } from "./ports/web-auth";
import { createServicePool, type ServicePool } from "./service/create-service-pool";
import type { IngestStore } from "./store/store";
import { createSync, type Sync } from "./sync/create-sync";
import type { RequestHooks } from "./sync/run/source-run";
import { etaMs } from "./sync/schedule/pace";
import { type Connections, createConnections } from "./sync/sources/create-connections";
import { createSourceManager, type SourceManager } from "./sync/sources/create-source-manager";
import { type Wait, wait } from "./util/wait";
import type { Vault } from "./vault/vault";

type PlatformDeps = Omit<ConnectorContext, "source" | "api" | "known" | "withHash" | "withPrefix">;

export interface IngestDeps extends PlatformDeps {
  readonly store: IngestStore;
  readonly vault: Vault;
  readonly auth: Auth;
  /** Absent where the browser has no sign-in of its own. */
  readonly webAuth?: WebAuth;
  /** Something shown by a page has changed, or the outbox has work for the engine. */
  readonly onChange: () => void;
  /** The registry when absent. */
  readonly connectors?: readonly ConnectorDefinition[];
  /** The platform's timer when absent. */
  readonly wait?: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** BCP 47 tag of the person's language, used for times of day in messages. */
  readonly locale: string;
}

/** Everything the service worker does with sources. */
export interface Ingest
  extends Pick<Sync, "syncDue" | "syncNow" | "touch" | "retryItem" | "stop">,
    SourceManager,
    Connections {
  listConnectors(): readonly ConnectorDeclaration[];
  /** Oldest first. */
  list(): Promise<readonly SourceSummary[]>;
  /**
   * State of the source's vendor; undefined for a source without one. Rejects with NotFoundError when the source was
   * removed.
   */
  serviceStatus(sourceId: string): Promise<ServiceStatus | undefined>;
  ledger(sourceId: string, query: LedgerQuery): Promise<readonly LedgerItem[]>;
  /** Searches the connected sources that have a search of their own; see `searchSources`. */
  searchLive(request: LiveRequest, signal: AbortSignal): AsyncIterable<LiveReply>;
  /** Stops all runs and removes everything Atlas has stored, including every credential. */
  clear(): Promise<void>;
}

/** Assembles connectors, services, sync and store for the service worker. */
export function createIngest(deps: IngestDeps): Ingest {
  const { connectors: definitions = connectors, wait: waitFor = wait, ...ports } = deps;
  const findDefinition = (connectorId: string) =>
    definitions.find(({ declaration }) => declaration.id === connectorId);
  const definitionOf = (connectorId: string) => findDefinition(connectorId) ?? unknownConnector(connectorId);
  const options = { ...ports, wait: waitFor, definitionOf };
  const { store, vault, onChange } = options;
  const pool = createServicePool({ ...options, findDefinition, records: store.limits });
  const makeConnector = createConnectorFactory({ ...options, pool });
  const sync = createSync({ ...options, makeConnector });
  const liveCache = createLiveCache(store, options.clock);
  const manager = createSourceManager({
    ...options,
    sync,
    declarationOf: (connectorId) => definitionOf(connectorId).declaration,
  });
  const connections = createConnections({ ...options, sync, pool });
  const { syncDue, syncNow, touch, retryItem, stop } = sync;
  return {
    ...manager,
    ...connections,
    ...{ syncDue, syncNow, touch, retryItem, stop },
    removeSource: async (sourceId) => {
      const source = await store.getSource(sourceId);
      if (source?.account) await connections.disconnectSource(sourceId, { forget: true });
      else await manager.removeSource(sourceId);
    },
    listConnectors: () => definitions.map(({ declaration }) => declaration),
    list: async () => {
      const sources = await store.listSources();
      return Promise.all(sources.map((source) => summarise({ store, pool }, source)));
    },
    serviceStatus: async (sourceId) => {
      const source = await store.getSource(sourceId);
      if (source === undefined) throw new NotFoundError(`Cannot find source "${sourceId}": it was removed`);
      return pool.apiOf(source)?.status();
    },
    ledger: (sourceId, query) => store.ledger(sourceId, query),
    searchLive: async function* (request, signal) {
      const sources = (await store.listSources()).flatMap(
        (source) => toLiveSource(source, makeConnector) ?? [],
      );
      yield* searchSources(request, { sources, cache: liveCache, wait: waitFor, signal });
    },
    clear: async () => {
      await stop();
      await pool.closeAll();
      await vault.clear();
      await store.clear();
      onChange();
    },
  };
}

interface ConnectorFactoryDeps extends PlatformDeps {
  readonly store: IngestStore;
  readonly pool: ServicePool;
  readonly definitionOf: (connectorId: string) => ConnectorDefinition;
}

/** Creates the connector of a source for one run. */
function createConnectorFactory({ store, pool, definitionOf, ...ports }: ConnectorFactoryDeps) {
  return (source: Source, hooks?: RequestHooks) => {
    const { declaration, create } = definitionOf(source.connectorId);
    const { intervalMinutes, pruneMinutes } = declaration;
    const service = pool.apiOf(source);
    const send = (hooks ? service?.fetchWithin(hooks.budget) : service?.fetch) ?? ports.fetch;
    const api: Fetch = (url, init) => {
      hooks?.onRequest();
      return send(url, init);
    };
    const connector = create({
      ...ports,
      source,
      api,
      known: (itemIds) => store.known(source.id, itemIds),
      withHash: (contentHash) => store.withHash(source.id, contentHash),
      withPrefix: (prefix) => store.withPrefix(source.id, prefix),
    });
    const connected = service !== undefined;
    return { connector, intervalMinutes, connected, ...(pruneMinutes !== undefined && { pruneMinutes }) };
  };
}

/** Undefined for a source that cannot search, or must not be searched now. */
function toLiveSource(
  source: Source,
  makeConnector: ReturnType<typeof createConnectorFactory>,
): LiveSource | undefined {
  // A paused source is not searched. A source that waits for the person would only fail.
  if (source.account === undefined || source.state === "paused" || source.state === "waiting")
    return undefined;
  const { connector } = makeConnector(source);
  if (!connector.search) return undefined;
  return {
    sourceId: source.id,
    label: source.label,
    search: async (request, signal) => (await connector.search?.(request, signal)) ?? [],
  };
}

async function summarise(
  { store, pool }: Pick<ConnectorFactoryDeps, "store" | "pool">,
  source: Source,
): Promise<SourceSummary> {
  const [counts, rebuilding] = await Promise.all([store.counts(source.id), store.rebuilding(source.id)]);
  const service = await pool.apiOf(source)?.status();
  const eta = etaMs(source, counts);
  return {
    source,
    counts,
    ...(rebuilding > 0 && { rebuilding }),
    ...(service && { service }),
    ...(eta !== undefined && { etaMs: eta }),
  };
}

function unknownConnector(connectorId: string): never {
  throw new NotFoundError(`Cannot find connector "${connectorId}": update Atlas`);
}
