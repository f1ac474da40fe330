import { useState } from "react";
import { callBackground } from "../../../messaging/call-background";
import { findFolderConnector } from "../../../messaging/find-folder-connector";

/** Most files read per source to collect their folders. */
const MAX_FILES_PER_SOURCE = 2_000;

/** The folders inside folder sources, read when they are first needed. */
export function useFolders(): { readonly folders: readonly string[]; readonly loadFolders: () => void } {
  const [folders, setFolders] = useState<readonly string[]>();
  const loadFolders = () => {
    if (folders) return;
    setFolders([]);
    // Folders are optional: sources can still be mentioned.
    void readFolders().then(setFolders, () => {});
  };
  return { folders: folders ?? [], loadFolders };
}

async function readFolders(): Promise<readonly string[]> {
  const connectorId = await findFolderConnector();
  const summaries = await callBackground("source-list", {});
  const sources = summaries.filter(({ source }) => source.connectorId === connectorId);
  const ledgers = sources.map(({ source }) =>
    callBackground("ledger-list", { sourceId: source.id, offset: 0, limit: MAX_FILES_PER_SOURCE }),
  );
  const paths = (await Promise.all(ledgers)).flat().map(({ itemId }) => itemId.split("/").slice(0, -1));
  return [...new Set(paths.flat())].sort((a, b) => a.localeCompare(b));
}
