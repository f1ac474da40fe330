import type { Page } from "playwright";
import type { LedgerCounts } from "../../../engine/model/ledger";
import { HANG_LIMITS } from "../hang-limits";
import { callAtlas } from "./call-atlas";

const POLL_MS = 200;

/**
 * Waits until every source has been read and its items indexed, skipped or failed. Rejects when a source stops
 * with a problem, or nothing moves for a long time.
 */
export async function waitUntilIndexed(
  page: Page,
  options: { readonly onProgress?: (counts: LedgerCounts) => void } = {},
): Promise<LedgerCounts> {
  let last = "";
  let movedAt = Date.now();
  for (;;) {
    const sources = await callAtlas(page, "source-list", {});
    const total = sum(sources.map(({ counts }) => counts));
    const problem = sources.find(({ source }) => source.problem)?.source.problem;
    if (problem) throw new Error(`Cannot finish indexing: ${problem.message}`);
    const read =
      sources.length > 0 &&
      sources.every(({ source }) => source.lastSyncAt !== undefined && source.state === "idle");
    options.onProgress?.(total);
    if (read && total.pending === 0) return total;
    const now = JSON.stringify(sources);
    if (now !== last) movedAt = Date.now();
    if (Date.now() - movedAt > HANG_LIMITS.stall)
      throw new Error(`Cannot finish indexing: nothing moved for ${HANG_LIMITS.stall / 1000} s`);
    last = now;
    await page.waitForTimeout(POLL_MS);
  }
}

function sum(all: readonly LedgerCounts[]): LedgerCounts {
  const add = (key: keyof LedgerCounts) => all.reduce((total, counts) => total + counts[key], 0);
  return {
    found: add("found"),
    pending: add("pending"),
    indexed: add("indexed"),
    skipped: add("skipped"),
    failed: add("failed"),
    partial: add("partial"),
  };
}
