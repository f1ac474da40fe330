import { StaleIndexError } from "../errors/stale-index-error";
import type { IndexChange, StoredSegment } from "../model/index-change";
import { type Database, MANIFEST_KEY } from "./schema";
import type { SearchStore } from "./store";
import { writeTransaction } from "./write-transaction";

/** The stored index: its segments and the manifest that lists them. */
export function createIndexMethods(
  database: Database,
): Pick<SearchStore, "commitIndex" | "manifest" | "segments"> {
  const { segments, manifests } = database;
  return {
    commitIndex: (change) =>
      writeTransaction(database, [segments, manifests], () => writeIndex(database, change)),
    manifest: async () => (await manifests.get(MANIFEST_KEY))?.manifest,
    segments: (ids) => Promise.all(ids.map((id) => readSegment(database, id))),
  };
}

/** Undefined also for a segment that the browser can no longer read: it is indexed again, as a missing one. */
async function readSegment({ segments }: Database, id: number): Promise<StoredSegment | undefined> {
  try {
    return await segments.get(id);
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === "NotReadableError") return undefined;
    throw thrown;
  }
}

/** Must run inside a write transaction. */
export async function writeIndex({ segments, manifests }: Database, change: IndexChange): Promise<void> {
  await segments.bulkPut([...change.putSegments]);
  const stored = await segments.toCollection().primaryKeys();
  const named = change.manifest.segments.map(({ id }) => id);
  const missing = named.find((id) => !stored.includes(id));
  if (missing !== undefined) throw new StaleIndexError(missing);
  // Only the manifest's segments stay: dropped segments are deleted, and any that a rebuild left behind.
  await segments.bulkDelete(stored.filter((id) => !named.includes(id)));
  await manifests.put({ key: MANIFEST_KEY, manifest: change.manifest });
}
