import { callBackground } from "../messaging/call-background";
import { giveBackAccess, hasAccess, requestAccess } from "../platform/permissions";
import { type Access, surplusAccess } from "./access";
import { serverAccess } from "./server-access";
import { neededAccess } from "./source-access";

/** Gives back what was needed before and what neither a source nor a model server that is left needs. Inside a click. */
export async function giveBack(before: Access): Promise<void> {
  const needed = await stillNeeded();
  const surplus = surplusAccess(before, needed);
  await giveBackAccess(surplus.permissions, surplus.hosts);
  // With every site Chrome takes back each one, also those that were asked for by themselves; it gives them again
  // without a word.
  const hosts = needed.flatMap((access) => access.hosts);
  if (
    surplus.hosts.some((host) => host.includes("://*/")) &&
    hosts.length > 0 &&
    !(await hasAccess([], hosts))
  )
    await requestAccess([], hosts).catch(() => false);
}

/** What every source and server there is needs. */
async function stillNeeded(): Promise<readonly Access[]> {
  const [declarations, summaries, { servers }] = await Promise.all([
    callBackground("connector-list", {}),
    callBackground("source-list", {}),
    callBackground("model-settings-get", {}),
  ]);
  const ofSources = summaries.flatMap(({ source }) => {
    const own = declarations.find(({ id }) => id === source.connectorId);
    return own ? [neededAccess(own, source.settings)] : [];
  });
  return [...ofSources, ...servers.map(serverAccess)];
}
