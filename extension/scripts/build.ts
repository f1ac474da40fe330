import { buildExtension } from "./build/build-extension";
import { exitWithMessage } from "./command/exit-with-message";

try {
  const output = await buildExtension();
  process.stderr.write(`Built ${output}\n`);
} catch (error) {
  exitWithMessage(error);
}
