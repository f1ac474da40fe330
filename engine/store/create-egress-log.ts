import type { EgressLog } from "../ports/egress-log";
import type { Database } from "./schema";
import { writeTransaction } from "./write-transaction";

/** Rows are never removed one by one: what left this computer stays visible until all data is removed. */
export function createEgressLog(database: Database): EgressLog {
  const { egress } = database;
  return {
    // A copy, because Dexie writes the new id into its argument.
    write: (entry) => writeTransaction(database, [egress], () => egress.add({ ...entry })),
    settle: (id, result) =>
      writeTransaction(database, [egress], async () => {
        await egress.update(id, result);
      }),
    list: ({ offset, limit }) => egress.orderBy("id").reverse().offset(offset).limit(limit).toArray(),
    costWithin: async ({ from, to }) => {
      let cost = 0;
      await egress
        .where("at")
        .between(from, to)
        .each((entry) => {
          cost += entry.cost;
        });
      return cost;
    },
  };
}
