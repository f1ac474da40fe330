import { useState } from "react";
import type { SourceSummary } from "../../../engine/create-ingest";
import { callBackground } from "../../messaging/call-background";

/** Files looked at for the folders they lie in, per source. */
const LOOKED_AT = 2_000;
const FOLDERS = "folder";

/** The folders within the connected folders, read when they are first asked for. */
export function useFolders(): { readonly folders: readonly string[]; readonly look: () => void } {
  const [folders, setFolders] = useState<readonly string[]>();
  const look = () => {
    if (folders) return;
    setFolders([]);
    // Without them sources can be mentioned all the same.
    void readFolders().then(setFolders, () => {});
  };
  return { folders: folders ?? [], look };
}

async function readFolders(): Promise<readonly string[]> {
  const sources = (await callBackground("source-list", {})).filter(isFolder);
  const ledgers = sources.map(({ source }) =>
    callBackground("ledger-list", { sourceId: source.id, offset: 0, limit: LOOKED_AT }),
  );
  const paths = (await Promise.all(ledgers)).flat().map(({ itemId }) => itemId.split("/").slice(0, -1));
  return [...new Set(paths.flat())].sort((a, b) => a.localeCompare(b));
}

function isFolder({ source }: SourceSummary): boolean {
  return source.connectorId === FOLDERS;
}
