import { type Browser, chromium } from "playwright";
import { findBrowser } from "../../../extension/scripts/find-browser";
import type { Job, JobReport } from "../worker/job";

/** A headless browser that runs jobs, each in a page and worker of its own. */
export interface BenchBrowser {
  readonly version: string;
  /** Never rejects: what goes wrong, running out of time included, stands in the report's problems. */
  run(job: Job, limitMs: number): Promise<JobReport>;
  close(): Promise<void>;
}

const FLAGS = [
  // Memory is measured at once, after a full collection, instead of at some later idle moment.
  "--enable-blink-features=ForceEagerMeasureMemory",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
];

export async function openBenchBrowser(url: string, onStep: (name: string) => void): Promise<BenchBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: await findBrowser(),
    headless: true,
    args: FLAGS,
  });
  const context = await browser.newContext();

  async function run(job: Job, limitMs: number): Promise<JobReport> {
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
      const crash = new Promise<never>((_, reject) => {
        page.on("crash", () => reject(new Error("the browser's process crashed")));
        timer = setTimeout(() => reject(new Error(`gave up after ${Math.round(limitMs / 1000)} s`)), limitMs);
      });
      return await Promise.race([page.evaluate((job) => globalThis.runJob(job), job), crash]);
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
      return { ...last, problems: [...last.problems, `${step}: ${reason}`] };
    } finally {
      clearTimeout(timer);
      await page.close();
    }
  }

  return { version: browser.version(), run, close: () => browser.close() };
}
