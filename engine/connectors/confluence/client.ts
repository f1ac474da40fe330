/** The two editions have different APIs; each client is the only way to its edition. */
export { type CloudClient, type CloudSpace, createCloudClient } from "./cloud/cloud-client";
export { createServerClient, type ServerClient, type ServerSearch } from "./server/server-client";
