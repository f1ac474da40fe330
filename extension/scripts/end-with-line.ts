/** Ends a command with one clear line on stderr and exit code 1. */
export function endWithLine(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
