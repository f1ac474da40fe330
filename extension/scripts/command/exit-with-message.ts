import { HelpRequested } from "./parse-command-line";

/** Ends a command with one clear line on stderr and exit code 1; where help was wanted, with the usage and 0. */
export function exitWithMessage(error: unknown): never {
  if (error instanceof HelpRequested) {
    process.stdout.write(`${error.message}\n`);
    process.exit(0);
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
