import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["engine/**/*.test.ts", "extension/**/*.test.{ts,tsx}", "*.test.ts"],
    exclude: ["extension/e2e/**", "node_modules/**"],
    testTimeout: 20_000,
  },
});
