import type { Connector, ConnectorContext } from "../connector";
import { createGitHubClient } from "./client";
import { fetchItems } from "./fetch-items";
import { listIds } from "./list-ids";
import { listRepos } from "./repos/list-repos";
import { pullRepo } from "./repos/pull-repo";
import { walkRepos } from "./repos/walk-repos";
import { search } from "./search";

/** Issues, pull requests, discussions, releases and files of the repositories that the source covers. */
export function createGitHubConnector(context: ConnectorContext): Connector {
  const { api, clock, source } = context;
  const { settings } = source;
  const clientFor = (signal: AbortSignal) => createGitHubClient({ api, settings, signal });
  return {
    pull: async (cursor, signal) => {
      signal.throwIfAborted();
      const client = clientFor(signal);
      return walkRepos(
        {
          now: clock.now,
          listRepos: () => listRepos(client, settings),
          pullRepo: (state, work) => pullRepo({ context, client, signal }, state, work),
        },
        cursor,
      );
    },
    listIds: (signal) => listIds(clientFor(signal), context),
    fetchItems: (itemIds, signal) => fetchItems(clientFor(signal), settings, itemIds),
    search: (query, signal) => search(clientFor(signal), context, query),
  };
}
