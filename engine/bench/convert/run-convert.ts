import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { EngineRow } from "../report/bench-result";
import { CONVERT_CASES } from "./convert-cases";
import type { ConvertMeasure } from "./measure-convert";

const MEASURE = fileURLToPath(new URL("measure-convert.ts", import.meta.url));
const LIMIT_MS = 600_000;
const run = promisify(execFile);

/** Each file converted by Atlas and by the library alone, each in a process of its own. */
export async function runConvert(log: (line: string) => void): Promise<readonly EngineRow[]> {
  const folder = await mkdtemp(join(tmpdir(), "atlas-bench-convert-"));
  const rows: EngineRow[] = [];
  try {
    for (const [name, { make }] of Object.entries(CONVERT_CASES)) {
      log(`convert · ${name}`);
      const path = join(folder, "file");
      await writeFile(path, await make());
      for (const who of ["ours", "library"]) rows.push(await measureRow(name, who, path));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return rows;
}

async function measureRow(name: string, who: string, path: string): Promise<EngineRow> {
  const row = `${name}, ${who === "ours" ? "ours" : "library alone"}`;
  try {
    const { stdout } = await run(
      process.execPath,
      ["--expose-gc", "--import", "tsx", MEASURE, name, who, path],
      { timeout: LIMIT_MS },
    );
    const measured = JSON.parse(stdout) as ConvertMeasure;
    const megabytes = measured.bytes / 1024 ** 2;
    const megabytesPerSecond = (1000 * megabytes) / measured.convertMs;
    return { name: row, n: 1, ...measured, megabytesPerSecond, problems: [] };
  } catch (error) {
    return { name: row, n: 1, problems: [error instanceof Error ? error.message : String(error)] };
  }
}
