import type { Connector, ConnectorContext } from "../connector";
import { resolveSite } from "../shared/vendors/atlassian/resolve-site";
import { createCloudConnector } from "./cloud/create-cloud-connector";
import { createServerConnector } from "./server/create-server-connector";

/**
 * The connector of the site's edition. The site is resolved by the first call, so that a missing address is an error
 * of that call.
 */
export function createConfluenceConnector(context: ConnectorContext): Connector {
  let created: Required<Connector> | undefined;
  const connector = () => {
    created ??= createEdition(context);
    return created;
  };
  return {
    pull: async (cursor, signal) => connector().pull(cursor, signal),
    listIds: async (signal) => connector().listIds(signal),
    fetchItems: async (itemIds, signal) => connector().fetchItems(itemIds, signal),
    search: async (query, signal) => connector().search(query, signal),
  };
}

function createEdition(context: ConnectorContext): Required<Connector> {
  const site = resolveSite("confluence", context.source);
  return site.cloud ? createCloudConnector(context, site) : createServerConnector(context, site);
}
