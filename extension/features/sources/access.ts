import type { ConnectorDeclaration } from "../../../engine/connectors/connector";
import type { Settings } from "../../../engine/model/source";
import { serviceHosts, signInPermissions } from "./connect/connect-hosts";

/** Optional permissions and host patterns of the browser. */
export interface Access {
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
}

/** What a source needs with these settings; a setting the person never touched has its initial value. */
export function neededAccess(declaration: ConnectorDeclaration, settings: Settings): Access {
  const switchedOn = declaration.settings
    .filter((field) => field.kind === "boolean" && (settings[field.key] ?? field.initial) === true)
    .flatMap((field) => field.needsHosts ?? []);
  const signIn = (declaration.service?.signIn ?? []).flatMap(signInPermissions);
  return {
    permissions: [...new Set([...declaration.permissions, ...signIn])],
    hosts: [...new Set([...serviceHosts(declaration, settings), ...switchedOn])],
  };
}

/** What of `before` no other source still needs and so can be given back. */
export function surplusAccess(before: Access, stillNeeded: readonly Access[]): Access {
  const permissions = new Set(stillNeeded.flatMap((access) => access.permissions));
  const hosts = new Set(stillNeeded.flatMap((access) => access.hosts));
  return {
    permissions: before.permissions.filter((permission) => !permissions.has(permission)),
    hosts: before.hosts.filter((host) => !hosts.has(host)),
  };
}
