import { join } from "node:path";
import { plasmoConfig } from "../../plasmo.config";
import { runBrowserTests } from "./browser/run-browser-tests";
import { buildExtension } from "./build/build-extension";
import { isBuildCurrent } from "./build/is-build-current";
import { exitWithMessage } from "./command/exit-with-message";
import { ROOT } from "./paths";

const SOURCES = ["engine", "extension", "assets/models", "plasmo.config.ts", "package-lock.json"];

try {
  const isCurrent = await isBuildCurrent(
    join(ROOT, plasmoConfig.output),
    SOURCES.map((path) => join(ROOT, path)),
  );
  if (!isCurrent) {
    process.stderr.write("Building Atlas …\n");
    await buildExtension();
  }
  await runBrowserTests(process.argv.slice(2));
} catch (error) {
  exitWithMessage(error);
}
