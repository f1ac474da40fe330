import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { HANG_LIMITS } from "./extension/scripts/hang-limits";

export default defineConfig({
  resolve: {
    // What the extension carries: the library's build for browsers. Its other one wants a native runtime.
    alias: {
      "@xenova/transformers": fileURLToPath(
        new URL("node_modules/@xenova/transformers/dist/transformers.web.js", import.meta.url),
      ),
    },
  },
  test: {
    include: [
      "engine/**/*.test.ts",
      "extension/**/*.test.{ts,tsx}",
      "companion-server/**/*.test.ts",
      "*.test.ts",
    ],
    exclude: ["extension/e2e/**", "**/node_modules/**"],
    setupFiles: ["vitest.setup.ts"],
    testTimeout: HANG_LIMITS.test,
    hookTimeout: HANG_LIMITS.test,
    teardownTimeout: HANG_LIMITS.test,
    expect: { poll: { timeout: HANG_LIMITS.expectation } },
  },
});
