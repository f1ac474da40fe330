import type { Connector, ConnectorContext } from "../connector";
import { createSlackClient } from "./client";
import { fetchItems } from "./fetch-items";
import { readFilter } from "./filter";
import { createLabelResolver } from "./messages/label-resolver";
import { pull } from "./pull/pull";
import type { PullDeps } from "./pull/pull-deps";
import { search } from "./search";

/** Threads and days of the conversations that the source covers. */
export function createSlackConnector(context: ConnectorContext): Connector {
  const resolveLabels = createLabelResolver(context);
  const createDeps = (signal: AbortSignal): PullDeps => ({
    context,
    resolveLabels,
    client: createSlackClient(context.api, signal),
    filter: readFilter(context.source.settings),
  });
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      return pull(createDeps(signal), cursor);
    },
    fetchItems: (itemIds, signal) => fetchItems(createDeps(signal), itemIds),
    search: (query, signal) => search(createDeps(signal), query),
  };
}
