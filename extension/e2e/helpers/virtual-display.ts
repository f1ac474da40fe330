import { execFile, spawn, spawnSync } from "node:child_process";
import { promisify } from "node:util";

/** A virtual display, for tests that need a real window: the address bar, native menus. */
export interface VirtualDisplay {
  /** The value of the DISPLAY variable. */
  readonly name: string;
  /** Runs xdotool on this display. */
  tool(...args: string[]): Promise<void>;
  close(): void;
}

/** True when Xvfb and xdotool are installed. */
export function hasVirtualDisplay(): boolean {
  return ["Xvfb", "xdotool"].every((program) => spawnSync("which", [program]).status === 0);
}

export async function openVirtualDisplay(): Promise<VirtualDisplay> {
  // -displayfd lets the server choose a free number and report it.
  const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.once("error", reject);
    server.stdout.once("data", (data) => resolve(String(data).trim()));
  });
  const name = `:${number}`;
  const run = promisify(execFile);
  return {
    name,
    tool: async (...args) => {
      await run("xdotool", args, { env: { ...process.env, DISPLAY: name } });
    },
    close: () => void server.kill(),
  };
}
