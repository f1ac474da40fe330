import { arePeersInstalled } from "../../engine/bench/cli/install-peers";
import { exitWithMessage } from "./command/exit-with-message";
import { runTool } from "./command/run-command";

try {
  await runTool("tsc", ["-b"]);
  // The benchmark imports engines that only its own package installs.
  if (await arePeersInstalled()) await runTool("tsc", ["-b", "engine/bench"]);
  else process.stderr.write("Left out the types of engine/bench: its packages are not installed\n");
} catch (error) {
  exitWithMessage(error);
}
