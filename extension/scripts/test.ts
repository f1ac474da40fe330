import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBrowserTests } from "./browser/run-browser-tests";
import { buildExtension } from "./build/build-extension";
import { runTool } from "./command/run-command";

/** Tests that ran and how they ended. */
interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const reports = await mkdtemp(join(tmpdir(), "atlas-tests-"));
const tallies: TestCounts[] = [];
const problems: string[] = [];

// Unit tests take the longest; none of them looks at the build.
await Promise.all([checksAndBuild(), step("Unit tests", () => unitTests(join(reports, "unit.json")))]);
await step("Browser tests", () => browserTests(join(reports, "browser.json")));
await rm(reports, { recursive: true, force: true });

for (const problem of problems) process.stdout.write(`Not passed: ${problem}\n`);
const total = (key: keyof TestCounts) => tallies.reduce((sum, tally) => sum + tally[key], 0);
// A step without tests of its own (types, lint, build) counts as one failed when it fails.
const failed = Math.max(total("failed"), problems.length);
const skipped = total("skipped");
process.stdout.write(
  `${total("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}\n`,
);
process.exitCode = failed > 0 || total("passed") === 0 ? 1 : 0;

async function checksAndBuild(): Promise<void> {
  const check = (tool: string, args: readonly string[]) => runTool(tool, args, { output: "on-failure" });
  await step("Types", () => check("tsx", ["extension/scripts/check-types.ts"]));
  await step("Lint and format", () => check("biome", ["ci", "--colors=off", "--error-on-warnings"]));
  await step("Unused code", () => check("knip", []));
  await step("Build", buildExtension);
}

async function step(name: string, work: () => Promise<unknown>): Promise<void> {
  process.stdout.write(`— ${name} …\n`);
  const started = performance.now();
  try {
    await work();
    process.stdout.write(`— ${name}: passed in ${Math.round((performance.now() - started) / 1_000)} s\n`);
  } catch (error) {
    process.stdout.write(`— ${name}: not passed\n`);
    problems.push(`${name} (${error instanceof Error ? error.message : String(error)})`);
  }
}

async function unitTests(report: string): Promise<void> {
  const args = ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  const run = await toError(runTool("vitest", args));
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(await readFile(report, "utf8"));
  tallies.push({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests });
  if (run) throw run;
}

async function browserTests(report: string): Promise<void> {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const run = await toError(runBrowserTests(["--reporter=list,json"], env));
  const { stats } = JSON.parse(await readFile(report, "utf8"));
  tallies.push({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped });
  if (run) throw run;
}

async function toError(run: Promise<void>): Promise<unknown> {
  return run.then(
    () => undefined,
    (error: unknown) => error,
  );
}
