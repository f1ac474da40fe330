import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The companion as a child process. */
export interface CompanionProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** All output so far. */
  readonly output: { readonly out: string; readonly error: string };
  /** The exit code. */
  readonly ended: Promise<number | null>;
  /** The URL once it listens; rejects with the last output when it exits before. */
  url(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it like `npm run companion`, on a free port, with only PATH of the environment. */
export function startProcess(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = ["--import", "tsx", MAIN],
): CompanionProcess {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ATLAS_COMPANION_PORT: "0", ...env },
  });
  const output = { out: "", error: "" };
  child.stdout.on("data", (data) => {
    output.out += data;
  });
  child.stderr.on("data", (data) => {
    output.error += data;
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  const exited = ended.then((code) => {
    throw new Error(`The companion ended with ${code}: ${output.error}`);
  });
  exited.catch(() => {});
  return {
    child,
    output,
    ended,
    url: async () => {
      while (!/listens on/.test(output.out)) await Promise.race([once(child.stdout, "data"), exited]);
      return /listens on (\S+)/.exec(output.out)?.[1] ?? "";
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
