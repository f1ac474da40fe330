import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import { formatMs } from "../report/format-number";
import { formatTable } from "../report/format-table";
import { GROWTH_CASES } from "./growth-cases";
import { type Growth, measureGrowth } from "./measure-growth";

/** In proportion it is 4; caches and garbage collection take their share of larger texts. */
const MAX_FACTOR = 8;
/** Squared it is 16. */
const MAX_SQUARED_FACTOR = 32;

const USAGE = "npm run bench:growth -- [--only TEXT] [--json]";
const OPTIONS = { only: { type: "string" }, json: { type: "boolean" } } as const;

try {
  const { only = "", json } = parseCommandLine(process.argv.slice(2), { options: OPTIONS, usage: USAGE });
  const growths: Growth[] = [];
  for (const each of GROWTH_CASES.filter(({ name }) => name.includes(only))) {
    process.stderr.write(`${each.name} …\n`);
    growths.push(await measureGrowth(each));
  }
  if (growths.length === 0) throw new Error(`Cannot measure "${only}": no case has this in its name`);
  process.stdout.write(json ? `${JSON.stringify(growths, undefined, 2)}\n` : `${print(growths)}\n`);
  process.exitCode = growths.every((growth) => growth.factor <= bound(growth)) ? 0 : 1;
} catch (error) {
  exitWithMessage(error);
}

function bound({ isSquared }: Growth): number {
  return isSquared ? MAX_SQUARED_FACTOR : MAX_FACTOR;
}

function print(growths: readonly Growth[]): string {
  const rows = growths.map((growth) => [
    growth.name,
    growth.size.toLocaleString("en"),
    formatMs(growth.quarterMs),
    formatMs(growth.wholeMs),
    `${growth.factor.toFixed(1)} ×`,
    growth.factor <= bound(growth) ? "" : `above ${bound(growth)} ×`,
  ]);
  return formatTable(["", "repeated", "a quarter", "the whole", "growth", ""], rows);
}
