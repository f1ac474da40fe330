import { typedPrefixes } from "../../data/typed-prefixes";
import { WORK_FILTERS } from "../../data/work-documents";
import { timeQueries } from "../../measure/time-queries";
import { openOursIndex } from "../../peers/ours-index";
import type { BenchDeps } from "../bench-deps";
import { LIMIT, QUERY_BUDGET_MS, TYPED_QUERIES, TYPING_BUDGET_MS } from "../constants";
import { askRetriever } from "../hybrid/ask-retriever";
import { createHybridData, createHybridIndex, type HybridData } from "../hybrid/hybrid-index";
import type { HybridJob } from "../job";
import { memoryTaken } from "../memory-meter";
import { timed } from "../timed";

/** Candidates the retriever asks each scan for. */
const CANDIDATES = 200;

/** Our index of documents with text, vectors and fields, asked through the retriever with filters. */
export async function measureHybridBuild(job: HybridJob, { steps, memory, store }: BenchDeps): Promise<void> {
  const data = await createHybridData(job.n, job.dimensions, job.queries);
  const before = await memory.measure();
  const hybrid = await createHybridIndex(data, job.dimensions, store);
  const { index } = hybrid.ours;
  if (!(await steps.run("build", async () => ({ ...(await hybrid.growTo(job.n)) })))) return;
  await steps.run("hybrid queries with filters", async () => ({
    ...(await askRetriever(index, data.documents, data.questions)),
  }));
  await steps.run("scans alone", async () => scanTimes(index, data));
  await steps.run("search as you type", async () => {
    const prefixes = typedPrefixes(data.short.slice(0, TYPED_QUERIES));
    const ask = (prefix: string) => index.suggest(prefix, { limit: LIMIT });
    const { p50Ms, p95Ms, count } = await timeQueries(prefixes, ask, TYPING_BUDGET_MS);
    return { p50TypingMs: p50Ms, p95TypingMs: p95Ms, prefixes: count };
  });
  await steps.run("memory", async () => memoryTaken(before, await memory.measure()));
  await steps.run("save", async () => ({ savedBytes: await hybrid.ours.save(store) }));
}

/** Where the time of a hybrid query goes. */
async function scanTimes(
  index: Awaited<ReturnType<typeof openOursIndex>>["index"],
  { questions }: HybridData,
) {
  const numbered = questions.map((question, at) => ({
    ...question,
    filter: WORK_FILTERS[at % WORK_FILTERS.length] ?? {},
  }));
  const vector = await timeQueries(
    numbered,
    ({ vector, filter }) => index.vector(vector, { limit: CANDIDATES, filter }),
    QUERY_BUDGET_MS,
  );
  const keyword = await timeQueries(
    numbered,
    ({ text, filter }) => index.keyword(text, { limit: CANDIDATES, filter }),
    QUERY_BUDGET_MS,
  );
  return {
    p50VectorMs: vector.p50Ms,
    p95VectorMs: vector.p95Ms,
    p50KeywordMs: keyword.p50Ms,
    p95KeywordMs: keyword.p95Ms,
  };
}

/** From the saved segments to the first hybrid answer. */
export async function measureHybridOpen(job: HybridJob, { steps, memory, store }: BenchDeps): Promise<void> {
  const data = await createHybridData(job.n, job.dimensions, 1);
  const before = await memory.measure();
  await steps.run("open", async () => {
    let opened: Awaited<ReturnType<typeof openOursIndex>> | undefined;
    const openMs = await timed(async () => {
      opened = await openOursIndex(store, job.dimensions);
      const [question] = data.questions;
      opened.index.keyword(question?.text ?? "", { limit: CANDIDATES });
      opened.index.vector(question?.vector ?? new Float32Array(job.dimensions), { limit: CANDIDATES });
    });
    const { memoryBytes } = memoryTaken(before, await memory.measure());
    return { openMs, openMemoryBytes: memoryBytes, segments: opened?.index.stats().segments };
  });
}
