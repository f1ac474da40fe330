import { revokeUnusedAccess } from "../../../access/revoke-unused-access";
import { sourceAccess } from "../../../access/source-access";
import { callBackground } from "../../../messaging/call-background";
import { loadSources } from "../use-sources";

/** Deletes all stored data and revokes the permissions of all sources. */
export async function removeEverything(): Promise<void> {
  const { declarations, summaries } = await loadSources();
  await callBackground("data-clear", {});
  for (const { source } of summaries) {
    const declaration = declarations.find(({ id }) => id === source.connectorId);
    if (!declaration) continue;
    await revokeUnusedAccess(sourceAccess(declaration, source.settings));
  }
}
