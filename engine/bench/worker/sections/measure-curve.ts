import { timeQueries } from "../../measure/time-queries";
import type { BenchDeps } from "../bench-deps";
import { LIMIT, QUERY_BUDGET_MS } from "../constants";
import { askRetriever } from "../hybrid/ask-retriever";
import {
  createHybridData,
  createHybridIndex,
  type HybridData,
  type HybridIndex,
} from "../hybrid/hybrid-index";
import type { CurveJob } from "../job";
import { memoryTaken } from "../memory-meter";

/** Grows one hybrid index and measures it at every size. */
export async function measureCurve(job: CurveJob, { steps, memory, store }: BenchDeps): Promise<void> {
  const data = await createHybridData(job.sizes.at(-1) ?? 0, job.dimensions, job.queries);
  const before = await memory.measure();
  const hybrid = await createHybridIndex(data, job.dimensions, store);
  const points: Record<string, unknown>[] = [];
  let buildMs = 0;
  let mergeMs = 0;
  for (const size of job.sizes) {
    const isMeasured = await steps.run(`${size.toLocaleString("en")} chunks`, async () => {
      const growth = await hybrid.growTo(size);
      buildMs += growth.buildMs;
      mergeMs += growth.mergeMs;
      const times = await measureQueries(hybrid, data);
      const { memoryBytes } = memoryTaken(before, await memory.measure());
      const { savedBytes, segments } = hybrid.ours.index.stats();
      points.push({ n: size, buildMs, mergeMs, ...times, memoryBytes, savedBytes, segments });
      return { points: [...points] };
    });
    if (!isMeasured) return;
  }
}

async function measureQueries({ ours: { index } }: HybridIndex, data: HybridData) {
  const { documents, questions, short, long } = data;
  const options = { limit: LIMIT };
  const time = <Query>(queries: readonly Query[], ask: (query: Query) => unknown) =>
    timeQueries(queries, ask, QUERY_BUDGET_MS);
  const vector = await time(questions, (question) => index.vector(question.vector, options));
  const shortTimes = await time(short, (query) => index.keyword(query, options));
  const longTimes = await time(long, (query) => index.keyword(query, options));
  const hybrid = await askRetriever(index, documents, questions);
  return {
    p50VectorMs: vector.p50Ms,
    p50ShortMs: shortTimes.p50Ms,
    p50LongMs: longTimes.p50Ms,
    p50HybridMs: hybrid.p50Ms,
    p95HybridMs: hybrid.p95Ms,
  };
}
