import { expect, test } from "vitest";
import type { Pace } from "../../model/source";
import { sourceFixture } from "../../testing/fixtures";
import { etaMs, nextPace } from "./pace";

const MINUTE = 60_000;
const counts = { found: 100, pending: 0, indexed: 100, skipped: 0, failed: 0, partial: 0 };

test("nextPace() is the mean over recent time, including pauses", () => {
  let pace: Pace = { itemsPerMinute: 0, at: 0 };
  pace = nextPace(pace, 50, MINUTE / 2);
  expect(pace.itemsPerMinute).toBe(100);
  for (let minute = 1; minute <= 60; minute++) pace = nextPace(pace, 20, minute * MINUTE);
  expect(pace.itemsPerMinute).toBeCloseTo(20, 0);
  const paused = nextPace(pace, 20, pace.at + 20 * MINUTE);
  expect(paused.itemsPerMinute).toBeLessThan(6);
});

test("nextPace() starts over after a long gap and when the clock was set back", () => {
  const pace = { itemsPerMinute: 10, at: 1_000_000_000 };
  for (const now of [pace.at + 61 * MINUTE, pace.at - 1]) {
    expect(nextPace(pace, 5, now)).toEqual({ itemsPerMinute: 0, at: now });
  }
});

test("etaMs() is the remaining count divided by the pace, where both are known", () => {
  const pace = { itemsPerMinute: 50, at: 0 };
  const progress = { backfill: true, total: 600 };
  expect(etaMs(sourceFixture({ progress, pace }), counts)).toBe(10 * MINUTE);
  expect(etaMs(sourceFixture({ progress: { backfill: true, total: 40 }, pace }), counts)).toBe(0);
  expect(etaMs(sourceFixture({ progress }), counts)).toBeUndefined();
  expect(etaMs(sourceFixture({ progress: { backfill: true }, pace }), counts)).toBeUndefined();
  expect(etaMs(sourceFixture({ progress: { backfill: false, total: 600 }, pace }), counts)).toBeUndefined();
});
