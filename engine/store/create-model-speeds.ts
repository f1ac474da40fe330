import type { ModelSpeeds } from "../ports/model-speeds";
import type { Database } from "./schema";
import { writeTransaction } from "./write-transaction";

export function createModelSpeeds(database: Database): ModelSpeeds {
  const { speeds } = database;
  return {
    load: async () => {
      const rows = await speeds.toArray();
      return new Map(rows.map(({ modelId, ...speed }) => [modelId, speed]));
    },
    save: (modelId, speed) =>
      writeTransaction(database, [speeds], async () => {
        await speeds.put({ ...speed, modelId });
      }),
  };
}
