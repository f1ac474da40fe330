import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { HANG_LIMITS } from "./extension/scripts/hang-limits";

/** Tests of components and hooks, which need a DOM. */
const COMPONENTS = ["extension/**/*.test.tsx", "extension/**/use-*.test.ts"];

/**
 * Takes the builds of packages that the extension carries, too: those for development check themselves at every step.
 * Vitest adds its conditions to whatever is configured, so that they can only be taken away.
 */
const productionBuilds: Plugin = {
  name: "production-builds",
  config: {
    order: "post",
    handler: (config) => {
      for (const settings of [config.ssr, ...Object.values(config.environments ?? {})])
        if (settings?.resolve) settings.resolve.conditions = ["node"];
    },
  },
};

export default defineConfig({
  resolve: {
    // What the extension carries: the library's build for browsers. Its other one wants a native runtime.
    alias: {
      "@xenova/transformers": fileURLToPath(
        new URL("node_modules/@xenova/transformers/dist/transformers.web.js", import.meta.url),
      ),
    },
  },
  plugins: [productionBuilds],
  test: {
    // Vitest leaves a core to its main process, which has little to do.
    maxWorkers: availableParallelism(),
    // Tests leave nothing behind in modules and globals, so that files share what is loaded.
    isolate: false,
    setupFiles: ["vitest.setup.ts"],
    testTimeout: HANG_LIMITS.test,
    hookTimeout: HANG_LIMITS.test,
    teardownTimeout: HANG_LIMITS.test,
    expect: { poll: { timeout: HANG_LIMITS.expectation } },
    projects: [
      {
        extends: true,
        test: {
          name: "code",
          include: ["{engine,extension,companion-server}/**/*.test.ts", "*.test.ts"],
          exclude: ["**/node_modules/**", "extension/e2e/**", ...COMPONENTS],
        },
      },
      {
        extends: true,
        test: {
          name: "components",
          include: COMPONENTS,
          environment: "happy-dom",
          setupFiles: ["vitest.setup-components.ts"],
        },
      },
    ],
  },
});
