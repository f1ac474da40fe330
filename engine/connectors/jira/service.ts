import type { ServiceBehaviour, ServiceDeclaration } from "../service";
import { authorize } from "../shared/vendors/atlassian/authorize";
import { identify } from "../shared/vendors/atlassian/identify";
import { isPermissionMissing } from "../shared/vendors/atlassian/is-permission-missing";
import { parseQuota } from "../shared/vendors/atlassian/parse-quota";
import { createAtlassianService } from "../shared/vendors/atlassian/service";
import { createJiraClient } from "./client";

const SCOPE = "read:jira-work";

export const serviceDeclaration: ServiceDeclaration = createAtlassianService("Jira", [SCOPE]);

export const serviceBehaviour: ServiceBehaviour = {
  authorize,
  parseQuota,
  isPermissionMissing,
  identify: (request) =>
    identify(
      {
        product: "jira",
        name: "Jira",
        scopes: [SCOPE],
        userPath: ({ cloud }) => `/rest/api/${cloud ? 3 : 2}/myself`,
        siteUrl: (site, { api, signal }) => createJiraClient(api, site).siteUrl(signal),
      },
      request,
    ),
};
