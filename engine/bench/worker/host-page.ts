import type { Job, JobReport, PageMessage, WorkerMessage } from "./job";

/** What the page of the benchmark offers to the command that drives it, and gets from it. */
declare global {
  var runJob: (job: Job) => Promise<JobReport>;
  var tellStep: (name: string, report: JobReport) => Promise<void>;
}

interface MeasuresMemory {
  measureUserAgentSpecificMemory(): Promise<{ readonly bytes: number }>;
}

globalThis.runJob = (job) =>
  new Promise((resolve, reject) => {
    const url = job.kind === "csp" ? "/csp/bench-worker.js" : "/bench-worker.js";
    const worker = new Worker(url, { type: "module" });
    const post = (message: PageMessage) => worker.postMessage(message);
    worker.onerror = (event) => reject(new Error(event.message || "The worker could not be loaded"));
    worker.onmessage = async ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.kind === "done") {
        worker.terminate();
        resolve(data.report);
      } else if (data.kind === "step") {
        await globalThis.tellStep(data.name, data.report);
      } else {
        const measuring = performance as unknown as MeasuresMemory;
        post({ kind: "memory", bytes: (await measuring.measureUserAgentSpecificMemory()).bytes });
      }
    };
    post({ kind: "job", job });
  });
