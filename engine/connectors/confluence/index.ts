import type { Connector, ConnectorContext, ConnectorDefinition } from "../connector";
import { authorize } from "../shared/vendors/atlassian/authorize";
import { identify } from "../shared/vendors/atlassian/identify";
import { parseQuota } from "../shared/vendors/atlassian/parse-quota";
import { parseReply } from "../shared/vendors/atlassian/parse-reply";
import { resolveSite } from "../shared/vendors/atlassian/resolve-site";
import { createAtlassianService, siteFields } from "../shared/vendors/atlassian/service";
import { createCloudConnector } from "./cloud/create-cloud-connector";
import { contentPage } from "./schema";
import { createServerConnector } from "./server/create-server-connector";

/** Pages and blog posts, the spaces they are in, and (the third) people's names and search. */
const SCOPES = ["read:page:confluence", "read:space:confluence", "read:content-details:confluence"];

export const confluence: ConnectorDefinition = {
  declaration: {
    id: "confluence",
    name: "Confluence",
    description: "The pages and blog posts you can see in Confluence.",
    icon: "waves",
    permissions: [],
    settings: [
      ...siteFields,
      {
        key: "spaces",
        label: "Spaces",
        help: "Keys of the spaces to read; leave it empty for all you can see.",
        kind: "list",
        initial: "",
      },
      {
        key: "since",
        label: "Updated since",
        help: "Leaves out pages that nobody has touched since this day.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 15,
    pruneMinutes: 24 * 60,
    service: createAtlassianService("Confluence", SCOPES),
  },
  service: {
    authorize,
    parseQuota,
    identify: (request) =>
      identify(
        {
          product: "confluence",
          name: "Confluence",
          scopes: SCOPES,
          userPath: ({ cloud }) => `${cloud ? "/wiki" : ""}/rest/api/user/current`,
          siteUrl: async (site, { api, signal }) => {
            const response = await api(`${site.apiUrl}/wiki/api/v2/spaces?limit=1`, { signal });
            const { _links } = await parseReply(response, { schema: contentPage, from: "Confluence" });
            return _links?.base?.replace(/\/wiki\/?$/, "") ?? site.siteUrl;
          },
        },
        request,
      ),
  },
  create: createConfluence,
};

/** The site is found at the first call, where a missing address can be told. */
function createConfluence(context: ConnectorContext): Connector {
  let made: Required<Connector> | undefined;
  const make = () => {
    const site = resolveSite("confluence", context.source);
    return site.cloud ? createCloudConnector(context, site) : createServerConnector(context, site);
  };
  const connector = () => {
    made ??= make();
    return made;
  };
  return {
    pull: async (cursor, signal) => connector().pull(cursor, signal),
    listIds: async (signal) => connector().listIds(signal),
    fetchItems: async (itemIds, signal) => connector().fetchItems(itemIds, signal),
    search: async (query, signal) => connector().search(query, signal),
  };
}
