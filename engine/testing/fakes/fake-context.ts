import type { ConnectorContext } from "../../connectors/connector";
import type { IngestDeps } from "../../create-ingest";
import type { BrowserPorts } from "../../ports/browser-ports";
import type { Clock } from "../../ports/clock";
import type { Store } from "../../store/store";

export interface FakeContextOptions {
  readonly source: ConnectorContext["source"];
  readonly clock: Clock;
  readonly store: Store;
  /** The browser ports that the connector reads, and fields that differ from the defaults. */
  readonly ports?: Partial<ConnectorContext>;
}

type FakeContext = ConnectorContext & Pick<IngestDeps, "random" | "locale">;

/** A connector's context over a real store; no site replies, and browser ports come from `ports`. */
export function createFakeContext({ source, clock, store, ports = {} }: FakeContextOptions): FakeContext {
  const context: Omit<FakeContext, keyof BrowserPorts> = {
    random: () => 0.5,
    locale: "en-GB",
    source,
    clock,
    fetch: () => Promise.reject(new TypeError("Failed to fetch")),
    api: () => Promise.reject(new TypeError("Failed to fetch")),
    known: (itemIds) => store.known(source.id, itemIds),
    withHash: (contentHash) => store.withHash(source.id, contentHash),
    withPrefix: (prefix) => store.withPrefix(source.id, prefix),
  };
  // A browser port that the test does not give is missing: a connector that reads it fails.
  return { ...context, ...ports } as FakeContext;
}
