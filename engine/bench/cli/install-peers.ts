import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { runCommand } from "../../../extension/scripts/command/run-command";

const HERE = fileURLToPath(new URL("../", import.meta.url));

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ version: z.string(), integrity: z.string().optional() })),
});

/**
 * Installs the engines the benchmark compares with, unless they are there already. They are packages of the
 * benchmark alone, so that installing Atlas does not install them. Rejects when npm fails.
 */
export async function installPeers(say: (line: string) => void): Promise<void> {
  if (await arePeersInstalled()) return;
  say("Installing the engines to compare with …");
  // Under `npm run` the very npm that runs; a Node without npm on its PATH is no obstacle then.
  const { npm_execpath: npm } = process.env;
  const [command, args] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  await runCommand(command, [...args, "ci", "--prefix", HERE], { output: "on-failure" });
}

/** Whether the packages in the benchmark's folder are exactly those of its lockfile. */
export async function arePeersInstalled(folder = HERE): Promise<boolean> {
  const wanted = await readLockfile(join(folder, "package-lock.json"));
  // npm leaves this one behind as the list of what it has installed.
  const present = await readLockfile(join(folder, "node_modules/.package-lock.json")).catch(() => undefined);
  return present !== undefined && [...wanted].every(([path, identity]) => present.get(path) === identity);
}

async function readLockfile(path: string): Promise<ReadonlyMap<string, string>> {
  const { packages } = lockfile.parse(JSON.parse(await readFile(path, "utf8")));
  const installed = Object.entries(packages).filter(([folder]) => folder !== "");
  return new Map(installed.map(([folder, { version, integrity }]) => [folder, integrity ?? version]));
}
