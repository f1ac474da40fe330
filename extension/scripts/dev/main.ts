import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { exitWithMessage } from "../command/exit-with-message";
import { ROOT } from "../paths";
import { checkDev } from "./check-dev";
import { type DevOptions, parseDevOptions } from "./dev-options";
import { startDev } from "./start-dev";

/** Beside the product's build; ignored by Git. */
const FOLDER = join(ROOT, "build/chrome-mv3-dev");

try {
  const hasDisplay =
    process.platform !== "linux" || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
  const options = parseDevOptions(process.argv.slice(2), { hasDisplay });
  if (options.check) await checkDev(say);
  else await dev(options);
} catch (error) {
  exitWithMessage(error);
}

async function dev({ profile, headless }: DevOptions): Promise<void> {
  await mkdir(profile, { recursive: true });
  say(`Profile, kept between runs: ${profile}`);
  const { atlas, stop } = await startDev({ root: ROOT, folder: FOLDER, profile, headless, say });
  say("Watching extension/ and engine/; close the browser or press Ctrl+C to end");
  await atlas.context.waitForEvent("close", { timeout: 0 });
  await stop();
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
