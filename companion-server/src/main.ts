import { checkHealth } from "./check-health";
import { SettingsProblem } from "./config/settings-problem";
import { start } from "./start";

try {
  if (process.argv.includes("--check")) process.exitCode = (await checkHealth(process.env)) ? 0 : 1;
  else await run();
} catch (error) {
  if (!(error instanceof SettingsProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const starting = start(process.env, (line) => process.stdout.write(`${line}\n`));
  let isEnding = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second signal ends it at once.
      if (isEnding) process.exit(1);
      isEnding = true;
      const closing = starting.then((running) => running.close());
      closing.then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  await starting;
}
