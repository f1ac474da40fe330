import type { ConnectorContext } from "../../connectors/connector";
import type { IngestDeps } from "../../create-ingest";
import { NotFoundError } from "../../errors/not-found-error";
import type { Clock } from "../../ports/clock";
import type { Store } from "../../store/store";

export interface FakeContextOptions {
  readonly source: ConnectorContext["source"];
  readonly clock: Clock;
  readonly store: Store;
  /** What the outside holds; everything else is empty and no site answers. */
  readonly ports?: Partial<ConnectorContext>;
}

/** A connector's context over a real store and an outside in which nothing is there unless given. */
export function createFakeContext({
  source,
  clock,
  store,
  ports = {},
}: FakeContextOptions): ConnectorContext & Pick<IngestDeps, "random" | "locale"> {
  return {
    random: () => 0.5,
    locale: "en-GB",
    source,
    clock,
    fetch: () => Promise.reject(new TypeError("Failed to fetch")),
    api: () => Promise.reject(new TypeError("Failed to fetch")),
    bookmarks: { list: async () => [] },
    history: { list: async () => [] },
    readingList: { list: async () => [] },
    tabs: { list: async () => [], readHtml: async () => undefined },
    folders: { open: () => Promise.reject(new NotFoundError("Cannot find the folder: add it again")) },
    known: (itemIds) => store.known(source.id, itemIds),
    withHash: (contentHash) => store.withHash(source.id, contentHash),
    withPrefix: (prefix) => store.withPrefix(source.id, prefix),
    ...ports,
  };
}
