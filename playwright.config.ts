import { defineConfig } from "@playwright/test";
import { HANG_LIMITS } from "./extension/scripts/hang-limits";

export default defineConfig({
  testDir: "extension/e2e",
  outputDir: "extension/e2e/results",
  timeout: HANG_LIMITS.test,
  expect: { timeout: HANG_LIMITS.expectation },
  // Every test starts a browser of its own, and two cores are all there may be.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
});
