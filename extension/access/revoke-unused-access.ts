import { callBackground } from "../messaging/call-background";
import { hasAccess, requestAccess, revokeAccess } from "../platform/permissions";
import { type Access, findUnusedAccess } from "./access";
import { serverAccess } from "./server-access";
import { sourceAccess } from "./source-access";

/** Revokes access that no remaining source or model server needs. Must be called inside a click. */
export async function revokeUnusedAccess(previous: Access): Promise<void> {
  const stillUsed = await collectAccessInUse();
  const unused = findUnusedAccess(previous, stillUsed);
  await revokeAccess(unused.permissions, unused.hosts);
  // With a pattern for all sites Chrome also revokes hosts that were granted separately; it grants them again without
  // a prompt.
  const hosts = stillUsed.flatMap((access) => access.hosts);
  if (
    unused.hosts.some((host) => host.includes("://*/")) &&
    hosts.length > 0 &&
    !(await hasAccess([], hosts))
  )
    await requestAccess([], hosts).catch(() => false);
}

/** The access that all sources and servers need. */
async function collectAccessInUse(): Promise<readonly Access[]> {
  const [declarations, summaries, { servers }] = await Promise.all([
    callBackground("connector-list", {}),
    callBackground("source-list", {}),
    callBackground("model-settings-get", {}),
  ]);
  const ofSources = summaries.flatMap(({ source }) => {
    const own = declarations.find(({ id }) => id === source.connectorId);
    return own ? [sourceAccess(own, source.settings)] : [];
  });
  return [...ofSources, ...servers.map(serverAccess)];
}
