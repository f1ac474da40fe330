import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { formatTable } from "../../bench/report/format-table";
import { runInBrowser } from "../browser/run-in-browser";
import { createHeapMonitor } from "../node/create-heap-monitor";
import { MAX_MEGABYTES, runInNode } from "../node/run-in-node";
import type { SoakReport } from "../report/soak-check";
import { parseSoakOptions, type SoakOptions } from "./soak-options";

/** One kill in Chromium for this many in Node. */
const BROWSER_KILLS = 5;

try {
  const options = parseSoakOptions(process.argv.slice(2));
  const reports = await soak(options);
  process.stdout.write(
    options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : `\n${printReport(reports)}`,
  );
  process.exitCode = reports.every(({ claims }) => claims.every(({ kept }) => kept)) ? 0 : 1;
} catch (error) {
  exitWithMessage(error);
}

async function soak({ items, kills, seed, targets }: SoakOptions): Promise<readonly SoakReport[]> {
  const clock = { now: () => Date.now() };
  const reports: SoakReport[] = [];
  if (targets.includes("node")) {
    logLine(`Node: ${items} items, ${kills} kills …`);
    reports.push(await runInNode({ items, kills, seed, clock, heap: createHeapMonitor(), log: logLine }));
  }
  if (targets.includes("browser")) {
    const browserKills = Math.ceil(kills / BROWSER_KILLS);
    logLine(
      `Chromium: ${items} items, ${browserKills} kills, at the vendor's true limits: this takes its time …`,
    );
    const megabytes = MAX_MEGABYTES;
    reports.push(await runInBrowser({ items, kills: browserKills, seed, clock, megabytes, log: logLine }));
  }
  return reports;
}

function logLine(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The report in words. */
function printReport(reports: readonly SoakReport[]): string {
  return reports.map(printOne).join("\n");
}

function printOne({ where, figures, claims }: SoakReport): string {
  const facts = Object.entries(figures).map(([name, value]) => `${name} ${value.toLocaleString("en")}`);
  const rows = claims.map(({ what, measured, promised, kept }) => [
    what,
    measured,
    promised,
    kept ? "kept" : "BROKEN",
  ]);
  const table = formatTable(["promise", "measured", "promised", ""], rows);
  return `${where}: ${facts.join(", ")}\n\n${table}\n`;
}
