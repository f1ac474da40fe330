import type { ModelServer } from "../../engine/model/model-settings";
import type { Access } from "./access";

/** The access that a model server or the companion needs: its host, on every port. */
export function serverAccess({ baseUrl }: Pick<ModelServer, "baseUrl">): Access {
  if (!URL.canParse(baseUrl)) return { permissions: [], hosts: [] };
  const { protocol, hostname } = new URL(baseUrl);
  return { permissions: [], hosts: [`${protocol}//${hostname}/*`] };
}
