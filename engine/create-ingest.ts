import type { ConnectorContext, ConnectorDeclaration, ConnectorDefinition } from "./connectors/connector";
import { connectors } from "./connectors/registry";
import { NotFoundError } from "./errors/not-found-error";
import type { LedgerCounts, LedgerItem } from "./model/ledger";
import type { Source } from "./model/source";
import type { IngestStore, LedgerQuery } from "./store/store";
import { createSync, type Sync } from "./sync/create-sync";
import { createSourceManager, type SourceManager } from "./sync/manage-sources";
import { type Wait, wait } from "./util/wait";

type Ports = Omit<ConnectorContext, "source" | "api" | "known" | "withHash" | "withPrefix">;

export interface CreateIngestOptions extends Ports {
  readonly store: IngestStore;
  /** Something a page shows has changed, or the outbox has work for the engine. */
  readonly onChange: () => void;
  /** The registry where absent. */
  readonly connectors?: readonly ConnectorDefinition[];
  /** The platform's timer where absent. */
  readonly wait?: Wait;
}

/** Everything the service worker does with sources. */
export interface Ingest extends Pick<Sync, "syncDue" | "syncNow" | "touch" | "stop">, SourceManager {
  listConnectors(): readonly ConnectorDeclaration[];
  /** Oldest first. */
  list(): Promise<readonly { readonly source: Source; readonly counts: LedgerCounts }[]>;
  ledger(sourceId: string, query: LedgerQuery): Promise<readonly LedgerItem[]>;
  /** Stops all runs and removes everything Atlas has stored. */
  clear(): Promise<void>;
}

/** Assembles connectors, sync and store for the service worker. */
export function createIngest(options: CreateIngestOptions): Ingest {
  const { store, onChange, connectors: definitions = connectors, wait: waitFor = wait, ...ports } = options;
  const { clock } = ports;
  const sync = createSync({
    store,
    clock,
    onChange,
    wait: waitFor,
    random: Math.random,
    makeConnector: (source) => {
      const { declaration, create } = find(definitions, source.connectorId);
      const connector = create({
        ...ports,
        source,
        api: ports.fetch,
        known: (itemIds) => store.known(source.id, itemIds),
        withHash: (contentHash) => store.withHash(source.id, contentHash),
        withPrefix: (prefix) => store.withPrefix(source.id, prefix),
      });
      return { connector, intervalMinutes: declaration.intervalMinutes };
    },
  });
  const declarationOf = (connectorId: string) => find(definitions, connectorId).declaration;
  const { syncDue, syncNow, touch, stop } = sync;
  return {
    ...createSourceManager({ store, clock, sync, onChange, declarationOf }),
    syncDue,
    syncNow,
    touch,
    stop,
    listConnectors: () => definitions.map(({ declaration }) => declaration),
    list: async () => {
      const sources = await store.listSources();
      return Promise.all(sources.map(async (source) => ({ source, counts: await store.counts(source.id) })));
    },
    ledger: (sourceId, query) => store.ledger(sourceId, query),
    clear: async () => {
      await stop();
      await store.clear();
      onChange();
    },
  };
}

function find(definitions: readonly ConnectorDefinition[], connectorId: string): ConnectorDefinition {
  const definition = definitions.find(({ declaration }) => declaration.id === connectorId);
  if (definition === undefined)
    throw new NotFoundError(`Cannot find connector "${connectorId}": update Atlas`);
  return definition;
}
