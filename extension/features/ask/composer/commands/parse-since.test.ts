import { expect, it } from "vitest";
import { parseSince } from "./parse-since";

/** A Wednesday. */
const NOW = new Date(2026, 4, 20, 15, 30).getTime();

it.each([
  ["today what changed?", "2026-05-20 00:00", "today", "what changed?"],
  ["yesterday", "2026-05-19 00:00", "yesterday", ""],
  ["Monday who joined", "2026-05-18 00:00", "Monday", "who joined"],
  ["wednesday x", "2026-05-13 00:00", "wednesday", "x"],
  ["last friday x", "2026-05-15 00:00", "last friday", "x"],
  ["last  week x", "2026-05-13 00:00", "last  week", "x"],
  ["last month x", "2026-04-20 00:00", "last month", "x"],
  ["3 hours x", "2026-05-20 12:30", "3 hours", "x"],
  ["2w x", "2026-05-06 15:30", "2w", "x"],
  ["10 days ago x", "2026-05-10 15:30", "10 days ago", "x"],
  ["1 year x", "2025-05-20 15:30", "1 year", "x"],
  ["2026-02-03 x", "2026-02-03 00:00", "2026-02-03", "x"],
  ["2026-02 x", "2026-02-01 00:00", "2026-02", "x"],
])("parseSince() reads %j", (text, at, label, rest) => {
  const since = parseSince(text, NOW);
  expect(since).toEqual({ at: new Date(at).getTime(), label, rest });
});

it.each(["", "the release", "2026-02-31", "2026-13-01", "mondays are long", "5"])(
  "parseSince() leaves %j alone",
  (text) => {
    expect(parseSince(text, NOW)).toBeUndefined();
  },
);
