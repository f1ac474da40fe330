import { chromium } from "playwright";
import { findBrowser } from "../../../extension/scripts/browser/find-browser";
import { createTempProfile } from "../../../extension/scripts/browser/launch-atlas";
import type { Job, JobReport } from "../worker/job";

/** Runs one job in a page and worker of its own. Never rejects: what goes wrong stands in the problems. */
export type RunJob = (job: Job, limitMs: number) => Promise<JobReport>;

export interface BenchBrowserOptions {
  /** Where the page of the benchmark is served. */
  readonly url: string;
  /** Called whenever a job begins a step. */
  readonly onStep: (name: string) => void;
}

const FLAGS = [
  // Memory is measured at once, after a full collection, instead of at some later idle moment.
  "--enable-blink-features=ForceEagerMeasureMemory",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
];

/**
 * Starts a headless browser with an empty profile on disk, hands `use` a way to run jobs in it, and removes
 * both afterwards. Jobs of one browser see the same IndexedDB.
 */
export async function withBenchBrowser<Result>(
  { url, onStep }: BenchBrowserOptions,
  use: (run: RunJob, version: string) => Promise<Result>,
): Promise<Result> {
  const profile = await createTempProfile();
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: await findBrowser(),
    headless: true,
    args: FLAGS,
  });

  const run: RunJob = async (job, limitMs) => {
    let last: JobReport = { fields: {}, problems: [] };
    let step = "start";
    const page = await context.newPage();
    let timer: NodeJS.Timeout | undefined;
    try {
      await page.exposeFunction("tellStep", (name: string, report: JobReport) => {
        [step, last] = [name, report];
        onStep(name);
      });
      await page.goto(url);
      const end = new Promise<never>((_, reject) => {
        page.on("crash", () => reject(new Error("the browser's process crashed")));
        timer = setTimeout(() => reject(new Error(`gave up after ${Math.round(limitMs / 1000)} s`)), limitMs);
      });
      return await Promise.race([page.evaluate((job) => globalThis.runJob(job), job), end]);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      return { ...last, problems: [...last.problems, `${step}: ${reason}`] };
    } finally {
      clearTimeout(timer);
      await page.close();
    }
  };

  try {
    return await use(run, context.browser()?.version() ?? "unknown");
  } finally {
    await context.close();
    await profile.remove();
  }
}
