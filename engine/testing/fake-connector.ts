import type { Connector } from "../connectors/connector";
import { sampleSourceDocument } from "./samples";

/** What a fake source holds, and everything that ever happened to it. */
export interface FakeWorld {
  put(itemId: string, text: string): void;
  delete(itemId: string): void;
  /** The text of every item that exists now. */
  readonly items: ReadonlyMap<string, string>;
  /** Ids in the order they were changed; the cursor is a position in it. */
  readonly log: readonly string[];
}

export function createFakeWorld(items: Readonly<Record<string, string>> = {}): FakeWorld {
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
  /** False: deletions show only by being absent from `listIds`. */
  readonly tellsDeletions?: boolean;
}

/** Follows the log of a world, page by page. The version of an item is its text. */
export function createFakeConnector(
  world: FakeWorld,
  options: FakeConnectorOptions = {},
): Required<Pick<Connector, "pull" | "listIds">> {
  const { pageSize = 3, tellsDeletions = true } = options;
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const from = Number(cursor ?? 0);
      const to = Math.min(from + pageSize, world.log.length);
      const changed = [...new Set(world.log.slice(from, to))];
      const documents = changed.flatMap((id) => {
        const text = world.items.get(id);
        return text === undefined ? [] : [sampleSourceDocument({ id, title: id, text, version: text })];
      });
      const deletions = tellsDeletions ? changed.filter((id) => !world.items.has(id)) : [];
      return { documents, deletions, failures: [], cursor: String(to), done: to === world.log.length };
    },
    listIds: async () => [...world.items.keys()],
  };
}
