import { expect, test } from "vitest";
import { connectors } from "../../connectors/registry";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../util/durations";
import { isDue, MAX_DUE_MS, NEVER } from "./next-due";

const NOW = Date.UTC(2026, 0, 1);

test.each([
  ["idle", NOW, true],
  ["idle", NOW + 1, false],
  ["failed", NOW - 1, true],
  ["idle", NOW + DAY_MS, false],
  ["idle", NOW + DAY_MS + HOUR_MS, true],
  ["failed", NOW + 365 * DAY_MS, true],
  ["idle", NEVER, false],
  ["waiting", NOW, false],
  ["paused", NOW + 365 * DAY_MS, false],
  ["syncing", NEVER, true],
] as const)("isDue() of a source that is %s until %d", (state, dueAt, due) => {
  expect(isDue({ state, dueAt }, NOW)).toBe(due);
});

test("no source has a longer interval than the longest a due time may be ahead", () => {
  const intervals = connectors.map(({ declaration }) => declaration.intervalMinutes * MINUTE_MS);
  expect(Math.max(...intervals)).toBeLessThanOrEqual(MAX_DUE_MS);
});
