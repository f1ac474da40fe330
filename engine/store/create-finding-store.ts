import type { FindingStore } from "../live/live-cache";
import type { Database } from "./schema";
import { writeTransaction } from "./write-transaction";

/** What sources found at query time. A search that ends after its source was removed writes nothing any more. */
export function createFindingStore(database: Database): FindingStore {
  const { findings, sources } = database;
  return {
    finding: (key) => findings.get(key),
    saveFinding: (finding, oldest) =>
      writeTransaction(database, [findings, sources], async () => {
        await findings.where("foundAt").belowOrEqual(oldest).delete();
        if ((await sources.get(finding.sourceId)) !== undefined) await findings.put(finding);
      }),
  };
}
