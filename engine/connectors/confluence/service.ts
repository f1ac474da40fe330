import type { ServiceBehaviour, ServiceDeclaration } from "../service";
import { authorize } from "../shared/vendors/atlassian/authorize";
import { identify } from "../shared/vendors/atlassian/identify";
import { isPermissionMissing } from "../shared/vendors/atlassian/is-permission-missing";
import { parseQuota } from "../shared/vendors/atlassian/parse-quota";
import { createAtlassianService } from "../shared/vendors/atlassian/service";
import { createCloudClient } from "./client";

/**
 * Pages and blog posts, their spaces, and (the third) users' names and search. Without the last two, pages are read
 * without comments and names of attachments.
 */
const SCOPES = [
  "read:page:confluence",
  "read:space:confluence",
  "read:content-details:confluence",
  "read:comment:confluence",
  "read:attachment:confluence",
];

export const serviceDeclaration: ServiceDeclaration = createAtlassianService("Confluence", SCOPES);

export const serviceBehaviour: ServiceBehaviour = {
  authorize,
  parseQuota,
  isPermissionMissing,
  identify: (request) =>
    identify(
      {
        product: "confluence",
        name: "Confluence",
        scopes: SCOPES,
        userPath: ({ cloud }) => `${cloud ? "/wiki" : ""}/rest/api/user/current`,
        siteUrl: async (site, { api, signal }) =>
          (await createCloudClient(api, site).siteUrl(signal)) ?? site.siteUrl,
      },
      request,
    ),
};
