import { buildExtension } from "./build-extension";
import { endWithLine } from "./end-with-line";

try {
  const output = await buildExtension();
  process.stderr.write(`Built ${output}\n`);
} catch (error) {
  endWithLine(error);
}
