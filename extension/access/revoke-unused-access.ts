import { callBackground } from "../messaging/call-background";
import { hasAccess, requestAccess, revokeAccess } from "../platform/permissions";
import { type Access, findUnusedAccess } from "./access";
import { serverAccess } from "./server-access";
import { sourceAccess } from "./source-access";

/** Gives back what was needed before and what neither a source nor a model server that is left needs. Inside a click. */
export async function revokeUnusedAccess(previous: Access): Promise<void> {
  const stillUsed = await collectAccessInUse();
  const unused = findUnusedAccess(previous, stillUsed);
  await revokeAccess(unused.permissions, unused.hosts);
  // With every site Chrome takes back each one, also those that were asked for by themselves; it gives them again
  // without a word.
  const hosts = stillUsed.flatMap((access) => access.hosts);
  if (
    unused.hosts.some((host) => host.includes("://*/")) &&
    hosts.length > 0 &&
    !(await hasAccess([], hosts))
  )
    await requestAccess([], hosts).catch(() => false);
}

/** What every source and server there is needs. */
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
