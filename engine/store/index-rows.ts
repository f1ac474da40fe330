import { StaleIndexError } from "../errors/stale-index-error";
import type { IndexChange } from "../model/index-change";
import { type Database, MANIFEST_KEY } from "./schema";
import type { SearchStore } from "./store";
import { write } from "./write";

/** The index as it is stored: its segments and the manifest that names them. */
export function indexRows(database: Database): Pick<SearchStore, "commitIndex" | "manifest" | "segments"> {
  const { segments, manifests } = database;
  return {
    commitIndex: (change) => write(database, [segments, manifests], () => writeIndex(database, change)),
    manifest: async () => (await manifests.get(MANIFEST_KEY))?.manifest,
    segments: (ids) => segments.bulkGet([...ids]),
  };
}

/** Must run inside a write transaction. */
export async function writeIndex({ segments, manifests }: Database, change: IndexChange): Promise<void> {
  await segments.bulkPut([...change.putSegments]);
  await segments.bulkDelete([...change.dropSegments]);
  const stored = new Set(await segments.toCollection().primaryKeys());
  const missing = change.manifest.segments.find(({ id }) => !stored.has(id));
  if (missing) throw new StaleIndexError(missing.id);
  await manifests.put({ key: MANIFEST_KEY, manifest: change.manifest });
}
