import { cleanup } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// Testing Library does both by itself only where the functions of the test runner are globals.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
afterEach(() => {
  cleanup();
  // Files share their modules: a fake that stays would answer the next file.
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
