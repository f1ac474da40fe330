import { readFile } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { convert } from "../../convert/convert-document";
import { CONVERT_CASES } from "./convert-cases";

/** What one process found; printed as JSON. */
export interface ConvertMeasure {
  readonly bytes: number;
  readonly convertMs: number;
  /** The longest time in which nothing else could run. */
  readonly longestBlockMs: number;
  /** Memory taken at the most, without the file itself. */
  readonly peakBytes: number;
  readonly characters: number;
}

const SAMPLE_MS = 20;

const [name = "", who = "", path = ""] = process.argv.slice(2);
const found = CONVERT_CASES[name];
if (!found) throw new Error(`Cannot measure "${name}": choose from ${Object.keys(CONVERT_CASES).join(", ")}`);
const bytes = new Uint8Array(await readFile(path));
process.stdout.write(JSON.stringify(await measure(bytes)));

async function measure(file: Uint8Array): Promise<ConvertMeasure> {
  const run = who === "library" ? () => found?.readWithLibrary(file) : () => convertFile(file);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, SAMPLE_MS);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const text = await run();
  const convertMs = performance.now() - start;
  // The end of the last task is seen by the next one.
  await new Promise((resolve) => setTimeout(resolve, SAMPLE_MS));
  delay.disable();
  clearInterval(sampling);
  peak = Math.max(peak, process.memoryUsage().rss);
  return {
    bytes: file.length,
    convertMs,
    longestBlockMs: delay.max / 1e6,
    peakBytes: peak - before,
    characters: text?.length ?? 0,
  };
}

async function convertFile(file: Uint8Array): Promise<string> {
  const { text } = await convert({
    ...{ id: "1", type: "file", title: name, url: "file:///bench", version: "1", updatedAt: 0 },
    fileName: found?.fileName ?? "",
    content: { kind: "bytes", bytes: file },
  });
  return text;
}
