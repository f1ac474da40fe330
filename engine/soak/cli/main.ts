import { endWithLine } from "../../../extension/scripts/end-with-line";
import { runInBrowser } from "../browser/run-in-browser";
import { createHeapWatch } from "../node/heap-watch";
import { MOST_MEGABYTES, runInNode } from "../node/run-in-node";
import type { SoakReport } from "../report/claim";
import { printReport } from "../report/print-report";
import { parseSoakOptions, type SoakOptions } from "./soak-options";

/** Of so many kills in Node, one in Chromium. */
const BROWSER_KILLS = 5;

try {
  const options = parseSoakOptions(process.argv.slice(2));
  const reports = await soak(options);
  process.stdout.write(
    options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : `\n${printReport(reports)}`,
  );
  process.exitCode = reports.every(({ claims }) => claims.every(({ kept }) => kept)) ? 0 : 1;
} catch (error) {
  endWithLine(error);
}

async function soak({ items, kills, seed, places }: SoakOptions): Promise<readonly SoakReport[]> {
  const clock = { now: () => Date.now() };
  const reports: SoakReport[] = [];
  if (places.includes("node")) {
    say(`Node: ${items} items, ${kills} kills …`);
    reports.push(await runInNode({ items, kills, seed, clock, heap: createHeapWatch(), say }));
  }
  if (places.includes("browser")) {
    const dies = Math.ceil(kills / BROWSER_KILLS);
    say(`Chromium: ${items} items, ${dies} kills, at the vendor's true limits: this takes its time …`);
    const megabytes = MOST_MEGABYTES;
    reports.push(await runInBrowser({ items, kills: dies, seed, clock, megabytes, say }));
  }
  return reports;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
