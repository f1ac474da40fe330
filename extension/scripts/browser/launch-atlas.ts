import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright";
import { plasmoConfig } from "../../../plasmo.config";
import { HANG_LIMITS } from "../hang-limits";
import { findBrowser } from "./find-browser";

/** Atlas running in a browser. */
export interface RunningAtlas {
  readonly context: BrowserContext;
  readonly extensionId: string;
  /** The service worker alive now; a killed one is replaced on the next wake-up. */
  serviceWorker(): Promise<Worker>;
  /** Opens a page of the extension, e.g. "options.html". */
  open(path: string): Promise<Page>;
  /** Closes the browser; the profile stays for the next launch. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Folder of the browser profile. */
  readonly profile: string;
  readonly headless: boolean;
  /** Size of the pages; null leaves it to the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly env?: NodeJS.ProcessEnv;
  /** Further switches of the browser. */
  readonly switches?: readonly string[];
}

/** Starts the browser with Atlas loaded. */
export async function launchAtlas(options: LaunchOptions): Promise<RunningAtlas> {
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: await findBrowser(),
    headless: options.headless,
    timeout: HANG_LIMITS.launch,
    viewport: options.viewport === undefined ? { width: 420, height: 860 } : options.viewport,
    ...(options.env === undefined ? {} : { env: definedOnly(options.env) }),
    args: [
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      "--no-first-run",
      ...(options.switches ?? []),
    ],
  });
  context.setDefaultTimeout(HANG_LIMITS.action);
  const serviceWorker = async () =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const extensionId = new URL((await serviceWorker()).url()).host;
  return {
    context,
    extensionId,
    serviceWorker,
    async open(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    close: () => context.close(),
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A profile folder that nothing else uses, and how to remove it. */
export async function createTempProfile(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "atlas-profile-"));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * A copy of the build in which the optional permissions are granted from the start, because nobody can click
 * Chrome's permission prompt in an automated browser. All else is the product as it ships.
 */
export async function createGrantedBuild(extension: string, name = "granted"): Promise<string> {
  const copy = `${extension}-${name}`;
  await rm(copy, { recursive: true, force: true });
  await cp(extension, copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8"));
  manifest.permissions = [
    ...plasmoConfig.manifest.permissions,
    ...plasmoConfig.manifest.optional_permissions,
  ];
  manifest.host_permissions = plasmoConfig.manifest.optional_host_permissions;
  manifest.optional_permissions = [];
  manifest.optional_host_permissions = [];
  await writeFile(path, JSON.stringify(manifest));
  return copy;
}

/**
 * Drops a folder of this machine onto a page the way a file manager does, so that the page gets a real
 * directory handle.
 */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 100, y: 100, data });
  }
  await session.detach();
}
