import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "extension/e2e",
  outputDir: "extension/e2e/results",
  timeout: 120_000,
  // Every test starts a browser of its own, and two cores are all there may be.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
});
