import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const MAIN = fileURLToPath(new URL("../src/main.ts", import.meta.url));

/** The companion as a program of its own. */
export interface CompanionProcess {
  readonly child: ChildProcessWithoutNullStreams;
  /** Everything it wrote so far. */
  readonly output: { readonly out: string; readonly error: string };
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  /** Where it listens, once it does; rejects with its last words when it ends before. */
  url(): Promise<string>;
  stop(): Promise<void>;
}

/** As `npm run companion` starts it, on a free port, with nothing of this machine's environment but the PATH. */
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
