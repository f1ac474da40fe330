import { runTool } from "../command/run-command";
import { findBrowser } from "./find-browser";

/** Runs Playwright with these arguments over the build as it lies there. Rejects when a test fails. */
export async function runBrowserTests(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  // Found once, here: every worker of the runner then takes the same one.
  const browser = await findBrowser();
  await runTool("playwright", ["test", ...args], { env: { ...env, ATLAS_CHROMIUM: browser } });
}
