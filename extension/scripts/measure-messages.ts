import { join } from "node:path";
import { percentile } from "../../engine/bench/measure/percentile";
import { plasmoConfig } from "../../plasmo.config";
import { addEngineClient, type EngineClientGlobal } from "./browser/call-atlas";
import { createTempProfile, launchAtlas } from "./browser/launch-atlas";
import { exitWithMessage } from "./command/exit-with-message";
import { parseCommandLine, parseInteger } from "./command/parse-command-line";
import { ROOT } from "./paths";

// Measures how long a message from the side panel to the engine and back takes, in the extension as it was built last.

const USAGE = "npm run measure:messages -- [--calls 200]";

try {
  const { calls } = parseCommandLine(process.argv.slice(2), {
    options: { calls: { type: "string" } },
    usage: USAGE,
  });
  const count = parseInteger("--calls", calls ?? "200", { min: 1, max: 100_000 });
  const { first, times } = await measure(count);
  const [median, p95] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(2));
  process.stdout.write(`first ${first.toFixed(0)} ms · ${count} more: median ${median} ms, p95 ${p95} ms\n`);
} catch (error) {
  exitWithMessage(error);
}

/** Milliseconds of the first call, which starts the engine if need be, and of each of the others, one at a time. */
async function measure(
  count: number,
): Promise<{ readonly first: number; readonly times: readonly number[] }> {
  const profile = await createTempProfile();
  const extension = join(ROOT, plasmoConfig.output);
  const atlas = await launchAtlas({ extension, profile: profile.path, headless: true });
  try {
    const page = await atlas.open("sidepanel.html");
    await page.getByRole("textbox").waitFor();
    await addEngineClient(page);
    const [first = Number.NaN, ...times] = await page.evaluate(async (calls) => {
      const { callEngine } = (globalThis as unknown as EngineClientGlobal).atlasEngine;
      const all: number[] = [];
      for (let call = 0; call <= calls; call++) {
        const begin = performance.now();
        await callEngine("engine-status", {});
        all.push(performance.now() - begin);
      }
      return all;
    }, count);
    return { first, times };
  } finally {
    await atlas.close();
    await profile.remove();
  }
}
