import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "../paths";

/**
 * Runs a program to its end. Its output goes to this process's stderr (stdout is for results) at once, only when
 * it fails, or never. Rejects with the command line and the exit code.
 */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: {
    readonly output?: "always" | "on-failure" | "never";
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
  } = {},
): Promise<void> {
  const { output = "always" } = options;
  const child = spawn(command, args, {
    stdio: ["ignore", output === "always" ? 2 : "pipe", output === "always" ? 2 : "pipe"],
    env: { ...process.env, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  let buffered = "";
  child.stdout?.on("data", (data) => {
    buffered += data;
  });
  child.stderr?.on("data", (data) => {
    buffered += data;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code === 0) return;
  if (output === "on-failure") process.stderr.write(buffered);
  throw new Error(`Cannot run "${command} ${args.join(" ")}": it ended with code ${code}`);
}

/** Runs a tool of the installed packages, as `npx` would but without asking npm. */
export async function runTool(
  tool: string,
  args: readonly string[],
  options: Parameters<typeof runCommand>[2] = {},
): Promise<void> {
  await runCommand(join(ROOT, "node_modules/.bin", tool), args, options);
}
