import type { ServiceBehaviour, ServiceDeclaration } from "../service";
import { authorize } from "../shared/vendors/atlassian/authorize";
import { identify } from "../shared/vendors/atlassian/identify";
import { parseQuota } from "../shared/vendors/atlassian/parse-quota";
import { parseReply } from "../shared/vendors/atlassian/parse-reply";
import { createAtlassianService } from "../shared/vendors/atlassian/service";
import { contentPage } from "./schema";

/** Pages and blog posts, their spaces, and (the third) people's names and search. */
const SCOPES = ["read:page:confluence", "read:space:confluence", "read:content-details:confluence"];

export const serviceDeclaration: ServiceDeclaration = createAtlassianService("Confluence", SCOPES);

export const serviceBehaviour: ServiceBehaviour = {
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
};
