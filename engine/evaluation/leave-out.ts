import type { Retriever } from "../retrieve/retriever";

/** So many passages are read past those that are left out. */
const SPARE = 60;
const DEFAULT_LIMIT = 10;

/** The retriever of a corpus that lacks these documents; how rare its words are stays as it was. */
export function leaveOut(gone: ReadonlySet<string>, retriever: Retriever): Retriever {
  return {
    ...retriever,
    retrieve: async (question, options = {}) => {
      const { limit = DEFAULT_LIMIT } = options;
      const retrieval = await retriever.retrieve(question, { ...options, limit: limit + SPARE });
      const passages = retrieval.passages
        .filter(({ document }) => !gone.has(document.itemId))
        .slice(0, limit);
      return { ...retrieval, passages };
    },
  };
}
