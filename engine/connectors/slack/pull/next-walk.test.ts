import { expect, test } from "vitest";
import { DAY_MS } from "../../../util/durations";
import type { SlackFilter } from "../filter";
import { nextWalk } from "./next-walk";

const NOW = Date.UTC(2026, 0, 1);
const filter = { windowMs: 7 * DAY_MS } as SlackFilter;

test.each([
  [NOW - 1, "C1"],
  [NOW, undefined],
  [NOW + 365 * DAY_MS, "C1"],
])("nextWalk() of a conversation read at %d, as by a clock that was ahead", (readAt, walked) => {
  const channel = { id: "C1", name: "general", back: null, readAt, windowAt: readAt };
  const walk = nextWalk({ channels: [channel], threads: [], listedAt: NOW } as never, filter, NOW);
  expect(walk?.channel).toBe(walked);
});
