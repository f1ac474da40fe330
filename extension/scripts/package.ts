import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { plasmoConfig } from "../../plasmo.config";
import { buildExtension } from "./build/build-extension";
import { exitWithMessage } from "./command/exit-with-message";
import { ROOT } from "./paths";

/** A fixed time, so that the same code gives the same archive. */
const TIME = new Date("2000-01-01T00:00:00Z");

try {
  const folder = await buildExtension();
  const archive = join(ROOT, "build", `atlas-${plasmoConfig.manifest.version}.zip`);
  const bytes = zipSync(await collect(folder), { level: 9, mtime: TIME });
  await writeFile(archive, bytes);
  process.stderr.write(`Packaged ${archive} (${(bytes.length / 1_000_000).toFixed(1)} MB)\n`);
} catch (error) {
  exitWithMessage(error);
}

async function collect(folder: string): Promise<Zippable> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    paths.sort().map(async (path) => [relative(folder, path), await readFile(path)] as const),
  );
  return Object.fromEntries(contents);
}
