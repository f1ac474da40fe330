import type { Connector, ConnectorContext } from "../connector";
import { createLinearClient } from "./client";
import { createFeeds } from "./create-feeds";
import { fetchItems } from "./fetch-items";
import { readFilter } from "./filter";
import { listIds } from "./list-ids";
import { search } from "./search";

/** Issues with their comments, project updates and documents. */
export function createLinearConnector(context: ConnectorContext): Connector {
  const { api, source } = context;
  const filter = readFilter(source.settings);
  return {
    ...createFeeds(context),
    listIds: async (signal) => listIds(createLinearClient(api, signal), filter),
    fetchItems: (itemIds, signal) => fetchItems(createLinearClient(api, signal), itemIds),
    search: (query, signal) => search(createLinearClient(api, signal), filter, query),
  };
}
