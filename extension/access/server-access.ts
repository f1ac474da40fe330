import type { ModelServer } from "../../engine/model/model-settings";
import type { Access } from "./access";

/** What Chrome asks for before a model server, the companion among them, can be reached: its host on every port. */
export function serverAccess({ baseUrl }: Pick<ModelServer, "baseUrl">): Access {
  if (!URL.canParse(baseUrl)) return { permissions: [], hosts: [] };
  const { protocol, hostname } = new URL(baseUrl);
  return { permissions: [], hosts: [`${protocol}//${hostname}/*`] };
}
