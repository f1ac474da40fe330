/** The two editions have different APIs, each with a client of its own. */
export {
  type CloudCommentKind,
  type CloudSpace,
  type ConfluenceCloudClient,
  createCloudClient,
} from "./cloud/cloud-client";
export { type ConfluenceServerClient, createServerClient, type ServerSearch } from "./server/server-client";
