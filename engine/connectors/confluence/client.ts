/** The two editions have different APIs; each client is the only way to its edition. */
export { type CloudSpace, type ConfluenceCloudClient, createCloudClient } from "./cloud/cloud-client";
export { type ConfluenceServerClient, createServerClient, type ServerSearch } from "./server/server-client";
