import type { LimitRecord, LimitRecords } from "../../ports/limit-records";

/** Limit records that persist beyond a service layer, like those of the store. */
export function createMemoryLimitRecords(): LimitRecords {
  const records = new Map<string, LimitRecord>();
  return {
    load: async (sourceId) => records.get(sourceId),
    save: async (sourceId, record) => {
      records.set(sourceId, record);
    },
  };
}
