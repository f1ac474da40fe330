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
  /** A temporary folder of this test, removed afterwards. */
  readonly scratch: string;
  /** Starts Atlas with the same profile each time, so that a second launch is a restart. */
  readonly launch: (options?: Partial<LaunchOptions>) => Promise<RunningAtlas>;
}

interface WorkerFixtures {
  /** A build whose optional permissions are granted. */
  readonly grantedBuild: string;
}

/** The extension as built for release. */
export const BUILD = join(ROOT, plasmoConfig.output);

export const test = base.extend<AtlasFixtures, WorkerFixtures>({
  grantedBuild: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from this pattern
    async ({}, use, { parallelIndex }) => {
      await use(await createGrantedBuild(BUILD, `granted-${parallelIndex}`));
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needed fixtures from this pattern
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

/** Saves a screenshot for review. */
export async function saveScreenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(ROOT, "extension/e2e/results/screenshots", `${name}.png`) });
}
