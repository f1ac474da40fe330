import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type Page } from "@playwright/test";
import { plasmoConfig } from "../../../plasmo.config";
import {
  createGrantedBuild,
  type LaunchOptions,
  launchAtlas,
  type RunningAtlas,
} from "../../scripts/browser/launch-atlas";
import { ROOT } from "../../scripts/paths";

interface AtlasFixtures {
  /** A folder of this test alone, removed afterwards. */
  readonly scratch: string;
  /** Starts Atlas; the same profile every time, so that a second launch is a restart. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningAtlas>;
}

interface WorkerFixtures {
  /** The build with its optional permissions granted. */
  readonly grantedBuild: string;
}

/** The built extension as it ships. */
export const BUILD = join(ROOT, plasmoConfig.output);

export const test = base.extend<AtlasFixtures, WorkerFixtures>({
  grantedBuild: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs off this pattern
    async ({}, use, { parallelIndex }) => {
      await use(await createGrantedBuild(BUILD, `granted-${parallelIndex}`));
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs off this pattern
  scratch: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "atlas-e2e-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ scratch }, use) => {
    const open = new Set<RunningAtlas>();
    await use(async (options = {}) => {
      const atlas = await launchAtlas({
        extension: BUILD,
        profile: join(scratch, "profile"),
        headless: true,
        ...options,
      });
      open.add(atlas);
      atlas.context.on("close", () => open.delete(atlas));
      return atlas;
    });
    for (const atlas of open) await atlas.close();
  },
});

export { expect } from "@playwright/test";

/** Where a test leaves the screenshots a person should look at. */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(ROOT, "extension/e2e/results/screenshots", `${name}.png`) });
}
