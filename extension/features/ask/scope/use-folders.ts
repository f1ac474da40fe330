import { useState } from "react";
import type { SourceSummary } from "../../../../engine/create-ingest";
import { callBackground } from "../../../messaging/call-background";

/** Files looked at for the folders they lie in, per source. */
const MAX_FILES_PER_SOURCE = 2_000;
const FOLDER_CONNECTOR_ID = "folder";

/** The folders within the connected folders, read when they are first asked for. */
export function useFolders(): { readonly folders: readonly string[]; readonly loadFolders: () => void } {
  const [folders, setFolders] = useState<readonly string[]>();
  const loadFolders = () => {
    if (folders) return;
    setFolders([]);
    // Without them sources can be mentioned all the same.
    void readFolders().then(setFolders, () => {});
  };
  return { folders: folders ?? [], loadFolders };
}

async function readFolders(): Promise<readonly string[]> {
  const sources = (await callBackground("source-list", {})).filter(isFolder);
  const ledgers = sources.map(({ source }) =>
    callBackground("ledger-list", { sourceId: source.id, offset: 0, limit: MAX_FILES_PER_SOURCE }),
  );
  const paths = (await Promise.all(ledgers)).flat().map(({ itemId }) => itemId.split("/").slice(0, -1));
  return [...new Set(paths.flat())].sort((a, b) => a.localeCompare(b));
}

function isFolder({ source }: SourceSummary): boolean {
  return source.connectorId === FOLDER_CONNECTOR_ID;
}
