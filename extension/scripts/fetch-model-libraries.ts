import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { plasmoConfig } from "../../plasmo.config";
import { computePins, fetchLibraries, type Library, type Pins } from "./build/library-pins";
import { listOfferedModels, toLibraryFileName } from "./build/list-offered-models";
import { exitWithMessage } from "./command/exit-with-message";
import { ROOT } from "./paths";

/**
 * Fetches the code of the models that run in the browser, which an extension must carry with it. With --pin it writes
 * the checksums of what is there now instead: look them over, then commit them.
 */
const PINS = join(ROOT, plasmoConfig.engine.pinnedLibraries);

try {
  const byFile = new Map<string, Library>();
  for (const record of listOfferedModels()) {
    byFile.set(toLibraryFileName(record), { file: toLibraryFileName(record), url: record.model_lib });
  }
  const libraries = [...byFile.values()];
  if (process.argv.includes("--pin")) {
    const pins = await computePins(libraries, fetch);
    await writeFile(PINS, `${JSON.stringify(pins, undefined, 2)}\n`);
    process.stderr.write(`Pinned ${libraries.length} model libraries in ${PINS}\n`);
  } else {
    const pins: Pins = JSON.parse(await readFile(PINS, "utf8"));
    const folder = join(ROOT, plasmoConfig.engine.libraries);
    await fetchLibraries(libraries, {
      folder,
      pins,
      fetch,
      onFetched: (file) => process.stderr.write(`Fetched ${file}\n`),
    });
    process.stderr.write(`${libraries.length} model libraries are in ${folder}\n`);
  }
} catch (error) {
  exitWithMessage(error);
}
