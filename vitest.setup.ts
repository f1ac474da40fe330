import { vi } from "vitest";
import { HANG_LIMITS } from "./extension/scripts/hang-limits";

// Vitest gives up after one second and has no option for it.
const { waitFor, waitUntil } = vi;
const generous = (options: number | { timeout?: number; interval?: number } = {}) =>
  typeof options === "number" ? options : { timeout: HANG_LIMITS.expectation, ...options };
vi.waitFor = (callback, options) => waitFor(callback, generous(options));
vi.waitUntil = (callback, options) => waitUntil(callback, generous(options));
