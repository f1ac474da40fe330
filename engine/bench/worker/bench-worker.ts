import type { BenchDeps } from "./bench-deps";
import { openBlobStore } from "./blob-store";
import type { Job, PageMessage, WorkerMessage } from "./job";
import { createJobSteps, type JobSteps } from "./job-steps";
import { createMemoryMeter } from "./memory-meter";
import { measureAnswersBuild, measureAnswersOpen } from "./sections/measure-answers";
import { measureBandwidth } from "./sections/measure-bandwidth";
import { measureCsp } from "./sections/measure-csp";
import { measureCurve } from "./sections/measure-curve";
import { measureHybridBuild, measureHybridOpen } from "./sections/measure-hybrid";
import { measureKeywordBuild, measureKeywordOpen } from "./sections/measure-keyword";
import { measureVectorBuild, measureVectorOpen } from "./sections/measure-vector";

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

async function measure(job: Job, deps: BenchDeps & { readonly steps: JobSteps }): Promise<void> {
  switch (job.kind) {
    case "vector-build":
      return measureVectorBuild(job, deps);
    case "vector-open":
      return measureVectorOpen(job, deps);
    case "keyword-build":
      return measureKeywordBuild(job, deps);
    case "keyword-open":
      return measureKeywordOpen(job, deps);
    case "hybrid-build":
      return measureHybridBuild(job, deps);
    case "hybrid-open":
      return measureHybridOpen(job, deps);
    case "curve":
      return measureCurve(job, deps);
    case "answers-build":
      return measureAnswersBuild(job, deps);
    case "answers-open":
      return measureAnswersOpen(job, deps);
    case "bandwidth":
      return measureBandwidth(job, deps);
    case "csp":
      return measureCsp(job, deps);
  }
}
