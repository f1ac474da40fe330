import type { Connector } from "../../connectors/connector";
import { sourceDocumentFixture } from "../fixtures";

/** The items of a fake source, and all changes to them. */
export interface FakeSource {
  put(itemId: string, text: string): void;
  delete(itemId: string): void;
  /** The text of every item that exists now. */
  readonly items: ReadonlyMap<string, string>;
  /** Ids in the order they were changed; the cursor is a position in it. */
  readonly log: readonly string[];
}

export function createFakeSource(items: Readonly<Record<string, string>> = {}): FakeSource {
  const current = new Map(Object.entries(items));
  const log = [...current.keys()];
  return {
    items: current,
    log,
    put: (itemId, text) => {
      current.set(itemId, text);
      log.push(itemId);
    },
    delete: (itemId) => {
      current.delete(itemId);
      log.push(itemId);
    },
  };
}

export interface FakeConnectorOptions {
  readonly pageSize?: number;
  /** False: deletions are visible only by their absence from `listIds`. */
  readonly reportsDeletions?: boolean;
}

/** Delivers the changes of a fake source, page by page. The version of an item is its text. */
export function createFakeConnector(
  source: FakeSource,
  options: FakeConnectorOptions = {},
): Required<Pick<Connector, "pull" | "listIds">> {
  const { pageSize = 3, reportsDeletions = true } = options;
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const from = Number(cursor ?? 0);
      const to = Math.min(from + pageSize, source.log.length);
      const changed = [...new Set(source.log.slice(from, to))];
      const documents = changed.flatMap((id) => {
        const text = source.items.get(id);
        return text === undefined ? [] : [sourceDocumentFixture({ id, title: id, text, version: text })];
      });
      const deletions = reportsDeletions ? changed.filter((id) => !source.items.has(id)) : [];
      return { documents, deletions, failures: [], cursor: String(to), done: to === source.log.length };
    },
    listIds: async () => [...source.items.keys()],
  };
}
