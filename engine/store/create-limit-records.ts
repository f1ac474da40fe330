import type { LimitRecords } from "../service/service-api";
import type { Database } from "./schema";
import { writeTransaction } from "./write-transaction";

/** A request that ends after its source was removed writes nothing any more. */
export function createLimitRecords(database: Database): LimitRecords {
  const { limits, sources } = database;
  return {
    load: async (sourceId) => {
      const row = await limits.get(sourceId);
      if (row === undefined) return undefined;
      const { sourceId: _, ...record } = row;
      return record;
    },
    save: (sourceId, record) =>
      writeTransaction(database, [limits, sources], async () => {
        if ((await sources.get(sourceId)) !== undefined) await limits.put({ ...record, sourceId });
      }),
  };
}
