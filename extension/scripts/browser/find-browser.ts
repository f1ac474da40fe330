import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";
import { runCommand, runTool } from "../command/run-command";

/** Environment variable that names the browser to use. */
const OVERRIDE = "ATLAS_CHROMIUM";

// Branded Chrome stands last: since version 137 it ignores --load-extension.
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-for-testing",
  "google-chrome",
  "google-chrome-stable",
];
const MAC_APPS = ["/Applications/Chromium.app/Contents/MacOS/Chromium"];

/**
 * Path of a Chromium that can load Atlas: the override, the PATH, Playwright's own; else fetched with
 * Playwright, else installed with apt on Debian as root. Rejects with one line that says what to install.
 */
export async function findBrowser(): Promise<string> {
  const override = process.env[OVERRIDE];
  if (override) {
    if (isExecutable(override)) return override;
    throw new Error(`Cannot use ${OVERRIDE}="${override}": it is not an executable file`);
  }
  const found = installed();
  if (found) return found;
  await fetchBrowser();
  const fetched = installed();
  if (fetched) return fetched;
  throw new Error(`Cannot find a browser: install Chromium, or set ${OVERRIDE} to its path`);
}

function installed(): string | undefined {
  const candidates = [...onPath(NAMES), ...MAC_APPS, chromium.executablePath()];
  return candidates.find((path) => isExecutable(path) && loadsExtensions(path));
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}

function loadsExtensions(path: string): boolean {
  return !/google-chrome(-stable)?$/.test(path);
}

async function fetchBrowser(): Promise<void> {
  process.stderr.write("No Chromium found; fetching one with Playwright …\n");
  try {
    await runTool("playwright", ["install", "chromium"], { output: "never" });
    return;
  } catch {
    // No network to Playwright's host, or an unknown system: a package manager may still help.
  }
  if (process.getuid?.() !== 0 || !isExecutable("/usr/bin/apt-get")) return;
  process.stderr.write("Playwright could not; installing Debian's chromium …\n");
  await runCommand("apt-get", ["update", "-qq"], { output: "on-failure" });
  await runCommand("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    output: "on-failure",
  });
}
