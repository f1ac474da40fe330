import type { ConnectorDeclaration } from "../../../engine/connectors/connector";
import type { Settings } from "../../../engine/model/source";
import { giveBackAccess } from "../../platform/permissions";
import { neededAccess, surplusAccess } from "./access";
import { loadSources } from "./use-sources";

/** Gives back what was needed with `settings` and what no source that is left needs. */
export async function giveBack(declaration: ConnectorDeclaration, settings: Settings): Promise<void> {
  const { declarations, summaries } = await loadSources();
  const stillNeeded = summaries.flatMap(({ source }) => {
    const own = declarations.find(({ id }) => id === source.connectorId);
    return own ? [neededAccess(own, source.settings)] : [];
  });
  const surplus = surplusAccess(neededAccess(declaration, settings), stillNeeded);
  await giveBackAccess(surplus.permissions, surplus.hosts);
}
