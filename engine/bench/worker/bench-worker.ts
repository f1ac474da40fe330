import { openBlobStore } from "./blob-store";
import type { Job, PageMessage, WorkerMessage } from "./job";
import { createJobSteps, type JobSteps } from "./job-steps";
import { measureAnswersBuild, measureAnswersOpen } from "./measure-answers";
import { measureBandwidth } from "./measure-bandwidth";
import { measureCsp } from "./measure-csp";
import { measureCurve } from "./measure-curve";
import { measureHybridBuild, measureHybridOpen } from "./measure-hybrid";
import { measureKeywordBuild, measureKeywordOpen } from "./measure-keyword";
import { measureVectorBuild, measureVectorOpen } from "./measure-vector";
import { createMemoryMeter } from "./memory-meter";
import type { BenchTools } from "./tools";

const waiting: ((bytes: number) => void)[] = [];
const post = (message: WorkerMessage) => globalThis.postMessage(message);

const memory = createMemoryMeter(
  () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      post({ kind: "memory" });
    }),
);

globalThis.onmessage = async ({ data }: MessageEvent<PageMessage>) => {
  if (data.kind === "memory") {
    waiting.shift()?.(data.bytes);
    return;
  }
  const steps = createJobSteps((name, report) => post({ kind: "step", name, report }));
  await steps.run("start", async () => {
    await measure(data.job, { steps, memory, store: await openBlobStore() });
    return {};
  });
  post({ kind: "done", report: steps.report() });
};

async function measure(job: Job, tools: BenchTools & { readonly steps: JobSteps }): Promise<void> {
  switch (job.kind) {
    case "vector-build":
      return measureVectorBuild(job, tools);
    case "vector-open":
      return measureVectorOpen(job, tools);
    case "keyword-build":
      return measureKeywordBuild(job, tools);
    case "keyword-open":
      return measureKeywordOpen(job, tools);
    case "hybrid-build":
      return measureHybridBuild(job, tools);
    case "hybrid-open":
      return measureHybridOpen(job, tools);
    case "curve":
      return measureCurve(job, tools);
    case "answers-build":
      return measureAnswersBuild(job, tools);
    case "answers-open":
      return measureAnswersOpen(job, tools);
    case "bandwidth":
      return measureBandwidth(job, tools);
    case "csp":
      return measureCsp(job, tools);
  }
}
