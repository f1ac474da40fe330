import { createRetriever } from "../../../retrieve/create-retriever";
import type { SearchIndex } from "../../../search-index/search-index";
import type { WorkDocuments } from "../../data/work-documents";
import { WORK_FILTERS } from "../../data/work-documents";
import { NOW } from "../../data/work-fields";
import { percentile } from "../../measure/percentile";
import type { Question } from "./hybrid-index";

/** Questions asked before the timed ones. */
const WARM_UP = 30;

export interface RetrieverTimes {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly queries: number;
}

/**
 * Asks the product's retriever every question, with the filters in turn. Left out of the times: embedding the
 * question, which is given, and reading the ten or so documents, which stands in for the store here.
 */
export async function askRetriever(
  index: SearchIndex,
  documents: WorkDocuments,
  questions: readonly Question[],
): Promise<RetrieverTimes> {
  let vector = new Float32Array(index.dimensions);
  let readingMs = 0;
  const retriever = createRetriever({
    index,
    embedder: {
      id: index.embedderId,
      dimensions: index.dimensions,
      countTokens: (text) => text.length,
      embedPassages: async (texts) => texts.map(() => vector),
      embedQuery: async () => vector,
    },
    rows: {
      async documents(ids) {
        const begin = performance.now();
        const rows = ids.map((documentId) => documents.row(documentId));
        readingMs += performance.now() - begin;
        return rows;
      },
    },
    clock: { now: () => NOW },
  });

  async function ask(question: Question, at: number): Promise<number> {
    vector = new Float32Array(question.vector);
    readingMs = 0;
    const begin = performance.now();
    await retriever.retrieve(question.text, { filter: WORK_FILTERS[at % WORK_FILTERS.length] ?? {} });
    return performance.now() - begin - readingMs;
  }

  for (const [at, question] of questions.slice(0, WARM_UP).entries()) await ask(question, at);
  const times: number[] = [];
  for (const [at, question] of questions.entries()) times.push(await ask(question, at));
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), queries: times.length };
}
