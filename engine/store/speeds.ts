import type { ModelSpeeds } from "../ports/model-speeds";
import type { Database } from "./schema";
import { write } from "./write";

export function speedRows(database: Database): ModelSpeeds {
  const { speeds } = database;
  return {
    load: async () => {
      const rows = await speeds.toArray();
      return new Map(rows.map(({ modelId, ...speed }) => [modelId, speed]));
    },
    save: (modelId, speed) =>
      write(database, [speeds], async () => {
        await speeds.put({ ...speed, modelId });
      }),
  };
}
